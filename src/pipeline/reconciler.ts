import { foutVelden } from '../log/fout.ts';
import type { Logger } from '../log/logger.ts';
import type { Store } from '../store/store.ts';
import type { Doorbell } from './doorbell.ts';

const KIJK_MS = 2_000;
const WACHT_MS = 5_000;
const LANEN_PER_KEER = 500;

/**
 * Rings again for lanes that have waited too long (DESIGN decisions 1 and 3). Whatever happened to Redis, to a ring or to a
 * worker: the store knows what waits, so nothing is lost.
 */
export class Reconciler {
  readonly #store: Store;
  readonly #doorbell: Doorbell;
  readonly #logger: Logger;
  #timer: NodeJS.Timeout | undefined;
  #busy: Promise<void> = Promise.resolve();

  constructor(store: Store, doorbell: Doorbell, logger: Logger) {
    this.#store = store;
    this.#doorbell = doorbell;
    this.#logger = logger;
  }

  start(): void {
    this.#timer = setInterval(() => {
      this.#busy = this.#busy.then(() => this.#look());
    }, KIJK_MS);
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#busy;
  }

  /** Rings for what has waited over five seconds; a failure is tried again at the next look. */
  async #look(): Promise<void> {
    try {
      const lanen = await this.#store.waitingLanes(WACHT_MS, LANEN_PER_KEER);
      await Promise.all(lanen.map(({ laan, regio }) => this.#doorbell.ringAgain(laan, regio)));
      if (lanen.length > 0) this.#logger.info('rang again for waiting lanes', { lanen: lanen.length });
    } catch (fout) {
      this.#logger.warn('could not look for waiting lanes', foutVelden(fout));
    }
  }
}
