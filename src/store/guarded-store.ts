import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from '../log/logger.ts';
import { TransientStoreError } from './engine/errors.ts';
import type { Heartbeat } from './engine/heartbeat.ts';
import { within } from './engine/within.ts';
import type { Store } from './store.ts';

/** After this time without an answer it is asked whether the store answers at all, and how long that may take (ms). */
const LOOK_MS = 500;
const RESPONDS_MS = 200;
/** What takes longer is given up also when the store answers others: a lock that somebody keeps (ms). */
const LONGEST_MS = 30_000;
/** A report may take longer (ms). */
const REPORT_MS = 120_000;
/** How long a store that hangs may take to answer again, and how soon it is asked once more (ms). */
const BEAT_MS = 2_000;
const AGAIN_MS = 250;

const REPORTS = new Set(['insightCounts', 'toewijzingKinds', 'showPerson', 'erasePerson', 'purge']);
const UNGUARDED = new Set(['migrate', 'close']);

/**
 * The store as those use it who let somebody wait: no call hangs. When the store stops answering, what was asked fails as
 * transient within a second, and what is asked next fails at once until it answers again. What was given up may
 * be done all the same: whoever repeats it finds it there.
 */
export function guardedStore(store: Store, logger: Logger): Store {
  const guard = new Guard(store.heartbeat, logger);
  const guarded = Object.entries(store).map(([naam, call]) => {
    if (typeof call !== 'function' || UNGUARDED.has(naam)) return [naam, call];
    const longest = REPORTS.has(naam) ? REPORT_MS : LONGEST_MS;
    return [naam, (...args: unknown[]) => guard.call(longest, () => call(...args))];
  });
  return Object.fromEntries(guarded) as Store;
}

class Guard {
  readonly #heartbeat: Heartbeat;
  readonly #logger: Logger;
  #hangs = false;
  #asking: Promise<boolean> | undefined;

  constructor(heartbeat: Heartbeat, logger: Logger) {
    this.#heartbeat = heartbeat;
    this.#logger = logger;
  }

  async call<T>(longest: number, ask: () => Promise<T>): Promise<T> {
    if (this.#hangs) throw new TransientStoreError('HANGS');
    this.#heartbeat.ensureIntact();
    const answer = await this.#answer(longest, ask());
    // Asked once more: what was written into a folder that went meanwhile is lost, and nobody may be told otherwise.
    this.#heartbeat.ensureIntact();
    return answer;
  }

  async #answer<T>(longest: number, asked: Promise<T>): Promise<T> {
    const since = performance.now();
    for (;;) {
      const answer = await within(
        LOOK_MS,
        asked.then((value) => ({ value })),
      );
      if (answer !== 'late') return answer.value;
      if (!(await this.#responds())) this.#opens();
      if (this.#hangs) throw new TransientStoreError('HANGS');
      if (performance.now() - since > longest) throw new TransientStoreError('TOO_SLOW');
    }
  }

  #responds(): Promise<boolean> {
    this.#asking ??= this.#heartbeat.responds(RESPONDS_MS).finally(() => {
      this.#asking = undefined;
    });
    return this.#asking;
  }

  #opens(): void {
    if (this.#hangs) return;
    this.#hangs = true;
    this.#logger.error('the store does not answer; requests are refused until it does');
    void this.#untilItAnswers();
  }

  async #untilItAnswers(): Promise<void> {
    while (!(await this.#heartbeat.responds(BEAT_MS))) await sleep(AGAIN_MS, undefined, { ref: false });
    this.#hangs = false;
    this.#logger.warn('the store answers again');
  }
}
