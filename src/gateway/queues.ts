import type { Queue } from 'bullmq';
import type { Principal } from '../access/principal.ts';
import { type Scope, scopeOf, sees } from '../access/scope.ts';
import { LANDELIJK } from '../lanes/lane.ts';
import type { Doorbell } from '../queue/doorbell.ts';
import { queueName } from '../queue/queue-name.ts';
import type { Door } from './door.ts';

/** One queue per region, for the operators' view. */
export interface Queues {
  /** Those of the regions in sight, and that of the lanes without one. */
  list(principal: Principal): Promise<readonly Queue[]>;
  /** Writes down what is about to be done to one: `retry ijw-AA/lane-AA-42420001`. */
  recordChange(principal: Principal, what: string): Promise<void>;
}

export function queues({
  door,
  doorbell,
}: {
  readonly door: Door;
  readonly doorbell: Pick<Doorbell, 'queues'>;
}): Queues {
  return {
    list: async (principal) => {
      door.check(principal, 'queue.view');
      const scope = scopeOf(principal, await door.agreements());
      return doorbell.queues().filter(({ name }) => inSight(name, scope));
    },
    recordChange: async (principal, what) => {
      door.check(principal, 'queue.change');
      await door.opens(principal, 'queue.change', what);
    },
  };
}

function inSight(name: string, scope: Scope): boolean {
  if (name === queueName(LANDELIJK)) return sees(scope, { parties: [], regio: null });
  return sees(scope, { parties: [], regio: name.slice(queueName('').length) });
}
