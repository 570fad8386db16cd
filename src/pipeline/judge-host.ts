import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { threadEntry } from '../standard/thread-entry.ts';
import type {
  Agreements,
  Beoordeeld,
  Geopend,
  Grant,
  GrantAntwoord,
  TeBeoordelen,
  TeOpenen,
  Vraag,
} from './judge-protocol.ts';

/** Messages above this size (bytes) have a thread of their own, so that small ones never wait behind them. */
const GROOT = 1_000_000;
/** A thread that handled this many bytes is replaced when idle: WebAssembly memory grows and never shrinks. */
const VERVANG_NA_BYTES = 256_000_000;
/** Time limit of one call: a minute, and a second for each 100 kB. */
const TIJD_MS = 60_000;
const BYTES_PER_SECONDE = 100_000;

/** The thread broke or took too long: technical trouble of the messages it was at, never a verdict. */
export class JudgeFailure extends Error {
  override readonly name = 'JudgeFailure';
}

interface Lopend {
  readonly klaar: (waarde: unknown) => void;
  readonly stuk: (fout: Error) => void;
  readonly wekker: NodeJS.Timeout;
}

/** One thread with its unanswered calls. */
class JudgeThread {
  readonly #worker: Worker;
  readonly #lopend = new Map<number, Lopend>();
  #volgende = 0;
  #afspraken = new Set<number>();
  bytes = 0;
  /** Sessions that may still call: a thread is only replaced between sessions, because it keeps what they opened. */
  sessies = 0;
  dood = false;

  constructor() {
    this.#worker = new Worker(threadEntry(import.meta.url, './judge-thread.ts'));
    this.#worker.on('message', (bericht: { nr: number; waarde?: unknown; fout?: string }) => {
      const lopend = this.#lopend.get(bericht.nr);
      if (lopend === undefined) return;
      this.#lopend.delete(bericht.nr);
      clearTimeout(lopend.wekker);
      if (bericht.fout !== undefined) lopend.stuk(new JudgeFailure(bericht.fout));
      else lopend.klaar(bericht.waarde);
    });
    this.#worker.on('error', (fout) => this.#breek(`judging thread failed: ${fout.name}`));
    this.#worker.on('exit', () => this.#breek('judging thread ended'));
    this.#worker.unref();
  }

  kent(versie: number): boolean {
    return this.#afspraken.has(versie);
  }

  async leer({ versie, document }: Agreements): Promise<void> {
    if (this.kent(versie)) return;
    this.#afspraken.add(versie);
    await this.roep({ soort: 'afspraken', afspraken: { versie, document } }, 0);
  }

  roep(vraag: Vraag, bytes: number): Promise<unknown> {
    if (this.dood) return Promise.reject(new JudgeFailure('judging thread ended'));
    this.bytes += bytes;
    const nr = this.#volgende++;
    return new Promise((klaar, stuk) => {
      const ms = TIJD_MS + (bytes / BYTES_PER_SECONDE) * 1000;
      const wekker = setTimeout(() => {
        this.#breek('judging took too long');
        void this.#worker.terminate();
      }, ms);
      wekker.unref();
      this.#lopend.set(nr, { klaar, stuk, wekker });
      this.#worker.postMessage({ nr, vraag });
    });
  }

  async stop(): Promise<void> {
    this.dood = true;
    await this.#worker.terminate();
  }

  #breek(reden: string): void {
    this.dood = true;
    for (const lopend of this.#lopend.values()) {
      clearTimeout(lopend.wekker);
      lopend.stuk(new JudgeFailure(reden));
    }
    this.#lopend.clear();
  }
}

/** A group of messages on one thread, from `open` to the verdicts. */
export interface JudgeSession {
  open(berichten: readonly TeOpenen[]): Promise<readonly Geopend[]>;
  judge(berichten: readonly TeBeoordelen[]): Promise<readonly Beoordeeld[]>;
  grant(grant: Grant): Promise<GrantAntwoord>;
  /** Ends the session; the thread forgets these messages. */
  end(tokens: readonly string[]): void;
}

/** The judging threads of this process. */
export class JudgeHost {
  readonly #klein: (JudgeThread | undefined)[];
  #groot: JudgeThread | undefined;

  constructor(threads = Math.max(1, availableParallelism() - 1)) {
    this.#klein = Array.from({ length: threads }, () => undefined);
  }

  /** A session on the thread that suits messages of this size; agreements are handed to it when it lacks them. */
  async session(afspraken: Agreements, bytes: number): Promise<JudgeSession> {
    const thread = bytes > GROOT ? this.#neemGroot() : this.#neemKlein();
    thread.sessies++;
    await thread.leer(afspraken);
    const versie = afspraken.versie;
    return {
      open: (berichten) =>
        thread.roep({ soort: 'open', afspraken: versie, berichten }, bytes) as Promise<readonly Geopend[]>,
      judge: (berichten) =>
        thread.roep({ soort: 'judge', afspraken: versie, berichten }, bytes) as Promise<readonly Beoordeeld[]>,
      grant: (grant) => thread.roep({ soort: 'maatwerk', afspraken: versie, grant }, 0) as Promise<GrantAntwoord>,
      end: (tokens) => {
        thread.sessies--;
        if (!thread.dood && tokens.length > 0) thread.roep({ soort: 'drop', tokens }, 0).catch(() => undefined);
      },
    };
  }

  async close(): Promise<void> {
    await Promise.all([...this.#klein, this.#groot].map((thread) => thread?.stop()));
  }

  #neemGroot(): JudgeThread {
    this.#groot = this.#vers(this.#groot);
    return this.#groot;
  }

  /** The least busy of the small threads. */
  #neemKlein(): JudgeThread {
    let beste = 0;
    for (let i = 0; i < this.#klein.length; i++) {
      const thread = this.#vers(this.#klein[i]);
      this.#klein[i] = thread;
      if (thread.sessies < (this.#klein[beste]?.sessies ?? 0)) beste = i;
    }
    return this.#klein[beste] ?? this.#neemGroot();
  }

  #vers(thread: JudgeThread | undefined): JudgeThread {
    if (thread === undefined || thread.dood) return new JudgeThread();
    if (thread.bytes > VERVANG_NA_BYTES && thread.sessies === 0) {
      void thread.stop();
      return new JudgeThread();
    }
    return thread;
  }
}
