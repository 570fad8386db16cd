import { availableParallelism } from 'node:os';
import { threadEntry } from '../standard/thread-entry.ts';
import type { Weging } from '../verdict/werkbak/weeg.ts';
import { JudgeInterrupted } from './judge-errors.ts';
import type {
  AgreementsVersion,
  Beoordeeld,
  BesluitAntwoord,
  Geopend,
  Grant,
  GrantAntwoord,
  TeBeoordelen,
  TeBesluiten,
  TeOpenen,
  TeWegen,
} from './judge-protocol.ts';
import { JudgeWorker, type TimeLimit } from './judge-worker.ts';
import { LARGE } from './large.ts';

/** A thread that handled this many bytes is replaced: WebAssembly memory grows and never shrinks. */
const REPLACE_AFTER = 256_000_000;
/** How long after a start the thread for large messages begins at the earliest, and how often is looked then (ms). */
const WARM_AFTER_MS = 5_000;
const WARM_AGAIN_MS = 1_000;
/** Time limit of one call: half a minute, and a second for each 100 kB. */
const LIMIT: TimeLimit = { base: 30_000, perByte: 1 / 100 };

/** A group of messages on one thread, from `open` to the verdicts. */
export interface JudgeSession {
  open(berichten: readonly TeOpenen[]): Promise<readonly Geopend[]>;
  judge(berichten: readonly TeBeoordelen[]): Promise<readonly Beoordeeld[]>;
  grant(grant: Grant): Promise<GrantAntwoord>;
  decide(besluit: TeBesluiten): Promise<BesluitAntwoord>;
  weigh(verzoeken: readonly TeWegen[]): Promise<readonly Weging[]>;
  /** Ends the session; the thread forgets these messages. */
  end(tokens: readonly string[]): void;
}

/**
 * Where messages are judged: with others of their size; `alone`: they may be to blame for something; `aside`: nothing comes
 * of it (a dry run, a trial, a weighing), so that whoever asks for many of them waits for himself only.
 */
export type JudgePlace = 'by-size' | 'alone' | 'aside';

export interface JudgeHostOptions {
  /** Threads for ordinary messages; the machine's cores less one. */
  readonly threads?: number;
  /** What a thread runs; a test seam. */
  readonly entry?: URL;
  readonly limit?: TimeLimit;
}

/**
 * The judging threads of this process: some for ordinary messages, one for large ones, one for messages that are
 * judged alone because something broke, so that whatever they do to a thread the others do not wait for it, and one for
 * what has no effect.
 */
export class JudgeHost {
  readonly #names: readonly string[];
  readonly #entry: URL;
  readonly #limit: TimeLimit;
  readonly #workers = new Map<string, JudgeWorker>();
  #schemas: Promise<void> | undefined;
  #closed = false;

  constructor({ threads = Math.max(1, availableParallelism() - 1), entry, limit = LIMIT }: JudgeHostOptions = {}) {
    this.#names = Array.from({ length: threads }, (_, i) => `ordinary-${i}`);
    this.#entry = entry ?? threadEntry(import.meta.url, './judge-thread.ts');
    this.#limit = limit;
  }

  /**
   * A session on the thread that suits messages of this size in this place.
   * Rejects with JudgeFailure or JudgeInterrupted, as the calls of the session do.
   */
  async session(afspraken: AgreementsVersion, bytes: number, place: JudgePlace = 'by-size'): Promise<JudgeSession> {
    const worker = this.#worker(place !== 'by-size' ? place : bytes > LARGE ? 'large' : this.#leastBusy());
    const { versie } = afspraken;
    await worker.join(afspraken);
    let ahead: Promise<unknown> = Promise.resolve();
    return {
      open: (berichten) => {
        const opened = worker.ask({ soort: 'open', afspraken: versie, berichten }, bytes);
        if (place === 'by-size' && bytes > LARGE) {
          // While its context is asked for the thread would do nothing. A call of its own: what goes wrong in it is to blame.
          ahead = worker.ask({ soort: 'ahead', tokens: berichten.map(({ token }) => token) }, bytes, 0);
          ahead.catch(() => undefined);
        }
        return opened as Promise<readonly Geopend[]>;
      },
      judge: async (berichten) => {
        const judged = worker.ask({ soort: 'judge', afspraken: versie, berichten }, bytes);
        judged.catch(() => undefined);
        await ahead;
        return (await judged) as readonly Beoordeeld[];
      },
      grant: (grant) => worker.ask({ soort: 'maatwerk', afspraken: versie, grant }, 0) as Promise<GrantAntwoord>,
      decide: (besluit) => worker.ask({ soort: 'besluit', afspraken: versie, besluit }, 0) as Promise<BesluitAntwoord>,
      weigh: (verzoeken) =>
        worker.ask({ soort: 'weeg', afspraken: versie, verzoeken }, 0) as Promise<readonly Weging[]>,
      end: (tokens) => {
        if (tokens.length > 0) worker.ask({ soort: 'drop', tokens }, 0).catch(() => undefined);
        worker.leave(versie);
      },
    };
  }

  /** Whether a thread runs and every schema compiles; asked once, until the answer is yes. */
  async ready(): Promise<boolean> {
    try {
      this.#schemas ??= this.#compile();
      await this.#schemas;
      return true;
    } catch {
      this.#schemas = undefined;
      return false;
    }
  }

  /** What is under way is interrupted. */
  async close(): Promise<void> {
    this.#closed = true;
    await Promise.all([...this.#workers.values()].map((worker) => worker.stop()));
  }

  async #compile(): Promise<void> {
    await this.#worker(this.#leastBusy()).ask({ soort: 'schemas' }, 0);
    this.#warmLater(WARM_AFTER_MS);
  }

  /** The thread for large messages begins when the start is over and nothing is judged: the first large one is spared a second by it. */
  #warmLater(ms: number): void {
    setTimeout(() => {
      if (this.#closed || this.#workers.has('large')) return;
      if ([...this.#workers.values()].some(({ sessions }) => sessions > 0)) return this.#warmLater(WARM_AGAIN_MS);
      this.#worker('large')
        .ask({ soort: 'answers' }, 0)
        .catch(() => undefined);
    }, ms).unref();
  }

  #leastBusy(): string {
    const load = (name: string) => this.#workers.get(name)?.sessions ?? 0;
    return this.#names.reduce((best, name) => (load(name) < load(best) ? name : best));
  }

  #worker(name: string): JudgeWorker {
    if (this.#closed) throw new JudgeInterrupted('the judging threads are stopped');
    const worker = this.#workers.get(name);
    if (worker !== undefined && !worker.ended && worker.bytes <= REPLACE_AFTER) return worker;
    const fresh = new JudgeWorker(this.#entry, this.#limit);
    this.#workers.set(name, fresh);
    if (worker?.ended === false) worker.retire();
    return fresh;
  }
}
