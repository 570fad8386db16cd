import { Worker } from 'node:worker_threads';
import { JudgeFailure, JudgeInterrupted } from './judge-errors.ts';
import type { AgreementsVersion, JudgeCall } from './judge-protocol.ts';

/** What a thread may take for one call (ms): a fixed time, and more for each byte. */
export interface TimeLimit {
  readonly base: number;
  readonly perByte: number;
}

interface Call {
  readonly nr: number;
  readonly ms: number;
  readonly done: (value: unknown) => void;
  readonly failed: (fout: Error) => void;
}

interface Reply {
  readonly nr: number;
  readonly waarde?: unknown;
  readonly fout?: string;
  readonly strijdig?: string | null;
}

/**
 * One judging thread. It answers calls one after another, in the order they were asked, so the first unanswered one is
 * what it is at: the clock runs for that one alone, and when the thread ends only that one is to blame.
 */
export class JudgeWorker {
  readonly #worker: Worker;
  readonly #limit: TimeLimit;
  readonly #calls: Call[] = [];
  /** Versions of the agreements that the thread holds, and how many sessions use each. */
  readonly #known = new Map<number, { readonly told: Promise<unknown>; users: number }>();
  #clock: NodeJS.Timeout | undefined;
  #next = 0;
  #ended = false;
  #bytes = 0;
  #sessions = 0;
  #retired = false;

  constructor(entry: URL, limit: TimeLimit) {
    this.#limit = limit;
    this.#worker = new Worker(entry);
    this.#worker.on('message', (reply: Reply) => this.#take(reply));
    this.#worker.on('error', (fout) => this.#end(`judging thread failed: ${fout.name}`));
    this.#worker.on('exit', () => this.#end('judging thread ended'));
    this.#worker.unref();
  }

  get ended(): boolean {
    return this.#ended;
  }

  get sessions(): number {
    return this.#sessions;
  }

  /** Bytes that passed through it so far. */
  get bytes(): number {
    return this.#bytes;
  }

  /** Takes part in a session under these agreements; pair it with `leave`. */
  async join({ versie, document }: AgreementsVersion): Promise<void> {
    this.#sessions++;
    let known = this.#known.get(versie);
    if (known === undefined) {
      const vergeet = [...this.#known].filter(([, { users }]) => users === 0).map(([oud]) => oud);
      for (const oud of vergeet) this.#known.delete(oud);
      known = { told: this.ask({ soort: 'afspraken', afspraken: { versie, document }, vergeet }, 0), users: 0 };
      this.#known.set(versie, known);
    }
    known.users++;
    try {
      await known.told;
    } catch (fout) {
      this.#known.delete(versie);
      this.leave(versie);
      throw fout;
    }
  }

  leave(versie: number): void {
    this.#sessions--;
    const known = this.#known.get(versie);
    if (known !== undefined) known.users--;
    if (this.#retired && this.#sessions === 0) void this.stop();
  }

  /** Ends after the last session; what a session opened is kept on the thread, so never before. */
  retire(): void {
    this.#retired = true;
    if (this.#sessions === 0) void this.stop();
  }

  /** `bytes`: what its time is reckoned by; `through`: those that pass through the thread by it. */
  ask(vraag: JudgeCall, bytes: number, through: number = bytes): Promise<unknown> {
    if (this.#ended) return Promise.reject(new JudgeInterrupted('judging thread ended'));
    this.#bytes += through;
    const nr = this.#next++;
    return new Promise((done, failed) => {
      this.#worker.postMessage({ nr, vraag });
      this.#calls.push({ nr, ms: this.#limit.base + bytes * this.#limit.perByte, done, failed });
      if (this.#calls.length === 1) this.#wind();
    });
  }

  /** Calls that are under way are interrupted. */
  async stop(): Promise<void> {
    this.#end(null);
    await this.#worker.terminate();
  }

  #take({ nr, waarde, fout, strijdig }: Reply): void {
    const call = this.#calls[0];
    if (call?.nr !== nr) return;
    this.#calls.shift();
    this.#wind();
    if (fout === undefined) call.done(waarde);
    else call.failed(new JudgeFailure(fout, strijdig));
  }

  /** Starts the time limit of the call that the thread works on now: the first unanswered one. */
  #wind(): void {
    clearTimeout(this.#clock);
    const call = this.#calls[0];
    if (call === undefined) return;
    this.#clock = setTimeout(() => {
      this.#end('judging took too long');
      void this.#worker.terminate();
    }, call.ms);
    this.#clock.unref();
  }

  /** `reason` null: not because of what it was at. */
  #end(reason: string | null): void {
    this.#ended = true;
    clearTimeout(this.#clock);
    this.#calls.splice(0).forEach(({ failed }, i) => {
      const blame = i === 0 && reason !== null;
      failed(blame ? new JudgeFailure(reason) : new JudgeInterrupted('judging thread ended'));
    });
  }
}
