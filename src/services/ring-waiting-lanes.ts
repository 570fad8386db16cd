import type { AgreementsCache } from '../judging/agreements-cache.ts';
import type { Doorbell } from '../queue/doorbell.ts';
import type { LaanStore } from '../store/lanes/contract.ts';

const WAITED_MS = 5_000;
const LANES_AT_ONCE = 500;

export interface RingDeps {
  readonly store: Pick<LaanStore, 'waitingLanes'>;
  readonly agreements: Pick<AgreementsCache, 'fresh'>;
  readonly doorbell: Pick<Doorbell, 'ringAgain'>;
}

/**
 * The reconciler: rings again for lanes that have waited too long (docs/decisions/store-is-the-truth.md). Whatever happened
 * to Redis, to a ring or to a worker, the store knows what waits, so nothing is lost. At the first look it rings for all
 * that waits: what rang for a process that was killed rings for nobody.
 */
export async function ringWaitingLanes({ store, agreements, doorbell }: RingDeps, first: boolean): Promise<number> {
  // A region that came with new agreements has a queue that this process must serve, also when nothing else happens.
  await agreements.fresh();
  const lanes = await store.waitingLanes(first ? 0 : WAITED_MS, LANES_AT_ONCE);
  await Promise.all(lanes.map(({ laan, regio }) => doorbell.ringAgain(laan, regio)));
  return lanes.length;
}
