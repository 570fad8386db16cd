import { foutVelden } from '../log/fout.ts';
import type { Logger } from '../log/logger.ts';
import { inAmsterdam } from '../standard/datum.ts';
import type { TermijnStore } from '../store/requests/contract.ts';

/** As often as the reconciler looks for what waits too long, and by the same clock: the store's rows, not a queue. */
const KIJK_MS = 5_000;
const PER_KEER = 500;

/**
 * Raises a signal before a term ends and one when it is over. The due dates stand in the store, so an emptied Redis or a
 * restart loses none; that several processes look does no harm.
 */
export class TermWatch {
  readonly #store: TermijnStore;
  readonly #now: () => Date;
  readonly #logger: Logger;
  #timer: NodeJS.Timeout | undefined;
  #looking: Promise<void> | undefined;

  constructor(store: TermijnStore, now: () => Date, logger: Logger) {
    this.#store = store;
    this.#now = now;
    this.#logger = logger;
  }

  start(): void {
    this.#look();
    this.#timer = setInterval(() => this.#look(), KIJK_MS);
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#looking;
  }

  /** One look at a time. */
  #look(): void {
    this.#looking ??= this.#raise().finally(() => {
      this.#looking = undefined;
    });
  }

  /** A failure is tried again at the next look. */
  async #raise(): Promise<void> {
    try {
      const { datum } = inAmsterdam(this.#now());
      const aantal = await this.#store.raiseTermSignals(datum, PER_KEER);
      if (aantal > 0) this.#logger.info('raised signals about terms', { aantal });
    } catch (fout) {
      this.#logger.warn('could not look for terms', foutVelden(fout));
    }
  }
}
