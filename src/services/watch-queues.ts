import type { Logger } from '../log/logger.ts';
import type { WachtrijStand, WachtrijStandStore } from '../store/queues/contract.ts';
import { lookAtQueues, type QueueLookDeps, queueTroubles, troubleBegan, troubleEnded } from './queue-look.ts';

export interface WatchDeps extends QueueLookDeps {
  readonly store: WachtrijStandStore;
  readonly logger: Logger;
}

/** So many looks in a row a region must be without a worker before that is told: processes are replaced one by one. */
const LOOKS = 2;

/**
 * Tells once when a region is without a live worker or its queue paused, and once when that is over: in the log, and as a
 * signal to the operators of the region. The store remembers what was told, so any number of processes may look, of any
 * role: where no worker lives only the others can tell.
 */
export class QueueWatch {
  readonly #seen = new Map<string, number>();

  async look(deps: WatchDeps): Promise<number> {
    const standen = await lookAtQueues(deps).then(queueTroubles, () => null);
    if (standen === null) return 0;
    const { zeker, twijfel } = this.#certain(standen);
    const nu = zeker.map((stand) => ({ ...stand, begin: troubleBegan(stand) }));
    const { begonnen, voorbij } = await deps.store.noteQueueStates({ nu, twijfel, einde: troubleEnded });
    for (const { regio, soort } of begonnen) deps.logger.warn('a queue is not served', { regio, soort });
    for (const { regio, soort } of voorbij) deps.logger.info('a queue is served again', { regio, soort });
    return begonnen.length + voorbij.length;
  }

  #certain(standen: readonly WachtrijStand[]): Record<'zeker' | 'twijfel', WachtrijStand[]> {
    const eerder = new Map(this.#seen);
    this.#seen.clear();
    const [zeker, twijfel]: [WachtrijStand[], WachtrijStand[]] = [[], []];
    for (const stand of standen) {
      const sleutel = `${stand.soort} ${stand.regio}`;
      const keer = (eerder.get(sleutel) ?? 0) + 1;
      this.#seen.set(sleutel, keer);
      (stand.soort === 'gepauzeerd' || keer >= LOOKS ? zeker : twijfel).push(stand);
    }
    return { zeker, twijfel };
  }
}
