import type { Queue } from 'bullmq';
import type { Principal } from '../access/principal.ts';
import { type Scope, sees } from '../access/scope.ts';
import { LANDELIJK } from '../lanes/lane.ts';
import type { Doorbell } from '../queue/doorbell.ts';
import { queueName } from '../queue/queue-name.ts';
import type { QueueLook } from '../services/queue-look.ts';
import type { TellingStore } from '../store/reports/contract.ts';
import type { Door } from './door.ts';

/** One queue per region, for the operators' view. */
export interface Queues {
  /** Those of the regions in sight, and that of the lanes without one. */
  list(principal: Principal): Promise<readonly Queue[]>;
  /** Who serves which region in sight, and which queues are paused; rejects while Redis is away. */
  look(principal: Principal): Promise<QueueLook>;
  /** Those of `list` as people look at them; rejects while Redis is away. */
  rows(principal: Principal): Promise<readonly QueueRow[]>;
  /** Pauses or goes on with the queue of this name; false when there is none in sight. */
  setPaused(principal: Principal, name: string, paused: boolean): Promise<boolean>;
  /** Writes down what is about to be done to one: `retry ijw-AA/lane-AA-42420001`. */
  recordChange(principal: Principal, what: string): Promise<void>;
}

/** The queue of a region, as it is now. */
export interface QueueRow {
  readonly naam: string;
  /** Null: of the lanes without one. */
  readonly regio: string | null;
  readonly gepauzeerd: boolean;
  /** Processes that serve it; null where every process does. */
  readonly werkers: number | null;
  /** Messages that wait to be judged. */
  readonly wachtend: number;
  /** Jobs in Redis: each is a lane to look at, and no message. */
  readonly rinkels: number;
}

export interface QueuesDeps {
  readonly door: Door;
  readonly doorbell: Pick<Doorbell, 'queues'>;
  readonly queueLook: () => Promise<QueueLook>;
  readonly store: Pick<TellingStore, 'counts'>;
}

export function queues({ door, doorbell, queueLook, store }: QueuesDeps): Queues {
  const seen = async (principal: Principal) => {
    const scope = await door.enter(principal, 'queue.view');
    return { scope, alle: doorbell.queues().filter(({ name }) => inSight(regioOf(name), scope)) };
  };
  return {
    list: async (principal) => (await seen(principal)).alle,
    rows: async (principal) => {
      const { scope, alle } = await seen(principal);
      const [{ werkers, gepauzeerd }, { wachtend }] = await Promise.all([queueLook(), store.counts(scope)]);
      const wachten = new Map(wachtend.map(({ regio, aantal }) => [regio, aantal]));
      return Promise.all(
        alle.map(async (queue) => {
          const code = regioOf(queue.name);
          return {
            ...{ naam: queue.name, regio: code === LANDELIJK ? null : code },
            ...{ gepauzeerd: gepauzeerd.get(code) ?? false, werkers: werkers.get(code) ?? null },
            wachtend: wachten.get(code) ?? 0,
            rinkels: await queue.getJobCountByTypes('wait', 'active', 'prioritized', 'delayed'),
          };
        }),
      );
    },
    setPaused: async (principal, name, paused) => {
      door.check(principal, 'queue.change');
      const queue = (await seen(principal)).alle.find((een) => een.name === name);
      if (queue === undefined) return false;
      await door.opens(principal, 'queue.change', `${paused ? 'pause' : 'resume'} ${name}`);
      await (paused ? queue.pause() : queue.resume());
      return true;
    },
    look: async (principal) => {
      const scope = await door.enter(principal, 'queue.view');
      const { werkers, gepauzeerd, onbekend } = await queueLook();
      return { werkers: within(werkers, scope), gepauzeerd: within(gepauzeerd, scope), onbekend };
    },
    recordChange: async (principal, what) => {
      door.check(principal, 'queue.change');
      await door.opens(principal, 'queue.change', what);
    },
  };
}

function regioOf(name: string): string {
  return name.slice(queueName('').length);
}

function inSight(regio: string, scope: Scope): boolean {
  return sees(scope, { parties: [], regio: regio === LANDELIJK ? null : regio });
}

function within<T>(perRegio: ReadonlyMap<string, T>, scope: Scope): ReadonlyMap<string, T> {
  return new Map([...perRegio].filter(([regio]) => inSight(regio, scope)));
}
