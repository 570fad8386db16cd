import type { Queue } from 'bullmq';
import type { Principal } from '../access/principal.ts';
import { type Scope, sees } from '../access/scope.ts';
import { LANDELIJK } from '../lanes/lane.ts';
import type { Doorbell } from '../queue/doorbell.ts';
import { queueName } from '../queue/queue-name.ts';
import type { QueueLook } from '../services/queue-look.ts';
import type { Door } from './door.ts';

/** One queue per region, for the operators' view. */
export interface Queues {
  /** Those of the regions in sight, and that of the lanes without one. */
  list(principal: Principal): Promise<readonly Queue[]>;
  /** Who serves which region in sight, and which queues are paused; rejects while Redis is away. */
  look(principal: Principal): Promise<QueueLook>;
  /** Writes down what is about to be done to one: `retry ijw-AA/lane-AA-42420001`. */
  recordChange(principal: Principal, what: string): Promise<void>;
}

export interface QueuesDeps {
  readonly door: Door;
  readonly doorbell: Pick<Doorbell, 'queues'>;
  readonly queueLook: () => Promise<QueueLook>;
}

export function queues({ door, doorbell, queueLook }: QueuesDeps): Queues {
  return {
    list: async (principal) => {
      const scope = await door.enter(principal, 'queue.view');
      return doorbell.queues().filter(({ name }) => inSight(name.slice(queueName('').length), scope));
    },
    look: async (principal) => {
      const scope = await door.enter(principal, 'queue.view');
      const { werkers, gepauzeerd } = await queueLook();
      return { werkers: within(werkers, scope), gepauzeerd: within(gepauzeerd, scope) };
    },
    recordChange: async (principal, what) => {
      door.check(principal, 'queue.change');
      await door.opens(principal, 'queue.change', what);
    },
  };
}

function inSight(regio: string, scope: Scope): boolean {
  return sees(scope, { parties: [], regio: regio === LANDELIJK ? null : regio });
}

function within<T>(perRegio: ReadonlyMap<string, T>, scope: Scope): ReadonlyMap<string, T> {
  return new Map([...perRegio].filter(([regio]) => inSight(regio, scope)));
}
