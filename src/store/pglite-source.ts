import { randomInt } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { threadEntry } from '../standard/thread-entry.ts';
import { asStoreError, type StoreError, TransientStoreError } from './errors.ts';
import { lockFolder } from './folder-lock.ts';
import type { PGliteCall, PGliteReply } from './pglite-protocol.ts';
import type { SqlAnswer, SqlSession, SqlSource, SqlStatement } from './sql-source.ts';

type Ask =
  | { readonly kind: 'query'; readonly sql: string; readonly params: readonly unknown[] }
  | { readonly kind: 'transaction'; readonly statements: readonly SqlStatement[] }
  | { readonly kind: 'close' };

/** PGlite in a thread of its own, in a folder that this process holds for itself. Throws FolderInUse when another does. */
export async function pgliteSource(dataDir: string): Promise<SqlSource> {
  mkdirSync(dataDir, { recursive: true });
  const lock = await lockFolder(dataDir);
  try {
    const thread = new PGliteThread(join(dataDir, 'pglite'));
    await thread.ask({ kind: 'query', sql: 'select 1', params: [] });
    return oneSession(thread, () => lock.release());
  } catch (fout) {
    await lock.release();
    throw fout;
  }
}

class PGliteThread {
  readonly #worker: Worker;
  readonly #open = new Map<
    number,
    { done: (answers: readonly SqlAnswer[]) => void; failed: (fout: StoreError) => void }
  >();
  #nr = 0;
  #ended = false;

  constructor(folder: string) {
    this.#worker = new Worker(threadEntry(import.meta.url, './pglite-thread.ts'), { workerData: { folder } });
    this.#worker.on('message', (reply: PGliteReply) => this.#take(reply));
    this.#worker.on('error', (fout) => this.#end(fout.name));
    this.#worker.on('exit', () => this.#end());
  }

  ask(ask: Ask): Promise<readonly SqlAnswer[]> {
    if (this.#ended) return Promise.reject(new TransientStoreError('CLOSED'));
    const nr = ++this.#nr;
    return new Promise((done, failed) => {
      this.#open.set(nr, { done, failed });
      this.#worker.postMessage({ ...ask, nr } satisfies PGliteCall);
    });
  }

  async close(): Promise<void> {
    await this.ask({ kind: 'close' }).catch(() => undefined);
    await this.#worker.terminate();
  }

  #take(reply: PGliteReply): void {
    const asked = this.#open.get(reply.nr);
    this.#open.delete(reply.nr);
    if (reply.kind === 'answers') asked?.done(reply.answers);
    else asked?.failed(asStoreError(Object.assign(new Error(), reply)));
  }

  #end(waarom: string | null = null): void {
    this.#ended = true;
    for (const { failed } of this.#open.values()) failed(new TransientStoreError('CLOSED', null, waarom));
    this.#open.clear();
  }
}

const NOTHING: SqlAnswer = { rows: [], affected: 0 };

/** One session for all: it is handed from user to user, first come, first served. */
function oneSession(thread: PGliteThread, closed: () => Promise<void>): SqlSource {
  const turns = new Queue();
  const reports = new Queue();
  // No other process can be here while this one lives.
  const self = randomInt(1, 2 ** 31 - 1);
  const session = async (): Promise<SqlSession> => {
    const release = await turns.next();
    return {
      query: async (sql, params) => (await thread.ask({ kind: 'query', sql, params }))[0] ?? NOTHING,
      transaction: async (statements) => [...(await thread.ask({ kind: 'transaction', statements }))],
      release,
    };
  };
  return {
    presence: async () => self,
    session,
    /**
     * PGlite cannot be interrupted, so a report keeps the others waiting as long as it takes; but there is one at a time, and
     * after each as long without one.
     */
    async reportSession() {
      const next = await reports.next();
      const given = await session();
      const begin = performance.now();
      return {
        ...given,
        release: () => {
          given.release();
          setTimeout(next, performance.now() - begin).unref();
        },
      };
    },
    async end() {
      await turns.next();
      await thread.close();
      await closed();
    },
  };
}

/** One after another. */
class Queue {
  #free: Promise<void> = Promise.resolve();

  /** Waits for those before; what it gives lets the next one go. */
  async next(): Promise<() => void> {
    const mine = this.#free;
    let release: () => void = () => undefined;
    this.#free = new Promise((resolve) => {
      release = resolve;
    });
    await mine;
    return release;
  }
}
