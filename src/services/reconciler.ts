import type { AgreementsCache } from '../judging/agreements-cache.ts';
import { foutVelden } from '../log/fout.ts';
import type { Logger } from '../log/logger.ts';
import type { Doorbell } from '../queue/doorbell.ts';
import type { LaanStore } from '../store/lanes/contract.ts';

const KIJK_MS = 2_000;
const WACHT_MS = 5_000;
const LANEN_PER_KEER = 500;

export interface ReconcilerDeps {
  readonly store: Pick<LaanStore, 'waitingLanes'>;
  readonly agreements: Pick<AgreementsCache, 'fresh'>;
  readonly doorbell: Pick<Doorbell, 'ringAgain'>;
  readonly logger: Logger;
}

/**
 * Rings again for lanes that have waited too long (DESIGN decisions 1 and 3). Whatever happened to Redis, to a ring or to a
 * worker: the store knows what waits, so nothing is lost. It looks first when it starts, for all that waits: what rang for
 * a process that was killed rings for nobody.
 */
export class Reconciler {
  readonly #deps: ReconcilerDeps;
  #timer: NodeJS.Timeout | undefined;
  #looking: Promise<void> | undefined;

  constructor(deps: ReconcilerDeps) {
    this.#deps = deps;
  }

  start(): void {
    this.#look(0);
    this.#timer = setInterval(() => this.#look(WACHT_MS), KIJK_MS);
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#looking;
  }

  /** One look at a time: while the store is away they would pile up. */
  #look(ouderDanMs: number): void {
    this.#looking ??= this.#ring(ouderDanMs).finally(() => {
      this.#looking = undefined;
    });
  }

  /** A failure is tried again at the next look. */
  async #ring(ouderDanMs: number): Promise<void> {
    const { store, agreements, doorbell, logger } = this.#deps;
    try {
      // A region that came with new agreements has a queue that this process must serve, also when nothing else happens.
      await agreements.fresh();
      const lanen = await store.waitingLanes(ouderDanMs, LANEN_PER_KEER);
      await Promise.all(lanen.map(({ laan, regio }) => doorbell.ringAgain(laan, regio)));
      if (lanen.length > 0) logger.info('rang again for waiting lanes', { lanen: lanen.length });
    } catch (fout) {
      logger.warn('could not look for waiting lanes', foutVelden(fout));
    }
  }
}
