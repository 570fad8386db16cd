import type { HappeningHint, HappeningHub } from '../../happenings/hub.ts';
import { foutVelden } from '../../log/fout.ts';
import type { Logger } from '../../log/logger.ts';
import type { AfleveringStore, AskedFor } from '../../store/deliveries/contract.ts';
import { Pulse } from './pulse.ts';

/** After these there may be something for somebody. */
const BRINGS: ReadonlySet<string> = new Set<HappeningHint['type']>(['message.judged', 'decision.made', 'command.done']);
/** How soon after a word the store is looked at, for all words of that time together; and how often without one (ms). */
const SOON_MS = 20;
const LOOK_MS = 1_000;

export interface OutgoingWatchDeps {
  readonly store: Pick<AfleveringStore, 'whichWait'>;
  readonly hub: HappeningHub;
  readonly logger: Logger;
}

/** Lets those wait for whom nothing lies ready: one look in the store for all of them together, and none while nobody waits. */
export class OutgoingWatch {
  readonly #deps: OutgoingWatchDeps;
  readonly #waiting = new Map<AskedFor, AbortController>();
  readonly #words = new Pulse();
  readonly #never = new Pulse();
  #looking = false;
  #told = false;

  constructor(deps: OutgoingWatchDeps) {
    this.#deps = deps;
    const word = ({ type }: HappeningHint) => {
      if (!this.#looking || !BRINGS.has(type)) return;
      this.#told = true;
      this.#words.wake();
    };
    deps.hub.listen(word);
    deps.hub.listenToHints(word);
  }

  /** Resolves when there may be something, after `ms`, or when the signal aborts. */
  async until(asked: AskedFor, ms: number, signal: AbortSignal): Promise<void> {
    if (signal.aborted) return;
    const found = new AbortController();
    const stop = () => found.abort();
    signal.addEventListener('abort', stop, { once: true });
    this.#waiting.set(asked, found);
    this.#told = true;
    this.#words.wake();
    void this.#look();
    await this.#never.wait(ms, found.signal);
    this.#waiting.delete(asked);
    signal.removeEventListener('abort', stop);
    if (this.#waiting.size === 0) this.#words.wake();
  }

  async #look(): Promise<void> {
    if (this.#looking) return;
    this.#looking = true;
    while (this.#waiting.size > 0) {
      this.#told = false;
      const asked = [...this.#waiting.keys()];
      try {
        for (const one of await this.#deps.store.whichWait(asked)) this.#waiting.get(one)?.abort();
      } catch (fout) {
        this.#deps.logger.warn('what lies ready could not be looked at; it is later', foutVelden(fout));
      }
      if (!this.#told) await this.#words.wait(LOOK_MS);
      if (this.#waiting.size > 0) await this.#never.wait(SOON_MS);
    }
    this.#looking = false;
  }
}
