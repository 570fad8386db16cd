import { foutVelden } from '../log/fout.ts';
import type { Logger } from '../log/logger.ts';
import type { Happening, HappeningType } from './happening.ts';

/** That something happened in another process: look in the store for what it was. May be lost, and come twice. */
export interface HappeningHint {
  readonly type: HappeningType;
  readonly subject: string | null;
}

type Listener<T> = (told: T) => void;

/** Tells those who listen in this process what was committed by it, and what is said to have happened elsewhere. */
export class HappeningHub {
  readonly #logger: Logger;
  readonly #listeners = new Set<Listener<Happening>>();
  readonly #hintListeners = new Set<Listener<HappeningHint>>();

  constructor(logger: Logger) {
    this.#logger = logger;
  }

  /** Every happening that this process wrote, after its commit. */
  listen(listener: Listener<Happening>): void {
    this.#listeners.add(listener);
  }

  /** Hints of other processes. */
  listenToHints(listener: Listener<HappeningHint>): void {
    this.#hintListeners.add(listener);
  }

  /** Never throws: what was committed stays so, whatever a listener makes of it. */
  publish(happenings: readonly Happening[]): void {
    for (const happening of happenings) this.#tell(this.#listeners, happening);
  }

  hint(hint: HappeningHint): void {
    this.#tell(this.#hintListeners, hint);
  }

  #tell<T extends HappeningHint>(listeners: ReadonlySet<Listener<T>>, told: T): void {
    for (const listener of listeners) {
      try {
        listener(told);
      } catch (fout) {
        this.#logger.error('a listener failed on a happening', { soort: told.type, ...foutVelden(fout) });
      }
    }
  }
}
