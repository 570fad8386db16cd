import { regioVanLaan } from '../lanes/lane.ts';
import type { Doorbell } from '../queue/doorbell.ts';
import type { HerhalingStore } from '../store/replays/contract.ts';

/** Messages of one step: few enough that intake waits for no counter of a lane long. */
const AT_ONCE = 200;
/** Steps of one look; the next look goes on. */
const STEPS = 50;

export interface ReplayDeps {
  readonly store: Pick<HerhalingStore, 'replayStep'>;
  readonly doorbell: Pick<Doorbell, 'ring'>;
  readonly now: () => Date;
}

/** Offers what was asked to be judged again, and rings for it. What asked it may be gone: it stands in the store. */
export async function replayMany({ store, doorbell, now }: ReplayDeps): Promise<number> {
  let done = 0;
  for (let step = 0; step < STEPS; step++) {
    const { looked, waiting } = await store.replayStep(AT_ONCE, now());
    if (looked === 0) break;
    for (const laan of new Set(waiting.map((een) => een.laan))) doorbell.ring(laan, regioVanLaan(laan));
    done += looked;
  }
  return done;
}
