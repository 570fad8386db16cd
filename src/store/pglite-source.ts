import { randomBytes, randomInt } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { threadEntry } from '../standard/thread-entry.ts';
import { asStoreError, type StoreError, TransientStoreError } from './errors.ts';
import { lockFolder } from './folder-lock.ts';
import { FolderWatch } from './folder-watch.ts';
import { BEAT } from './heartbeat.ts';
import type { PGliteCall, PGliteReply } from './pglite-protocol.ts';
import type { SqlAnswer, SqlSource, SqlStatement } from './sql-source.ts';
import { within } from './within.ts';

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
    const folder = join(dataDir, 'pglite');
    const watch = new FolderWatch([dataDir, folder, ...['base', 'global', 'pg_wal'].map((map) => join(folder, map))]);
    return oneSession(thread, dataDir, watch, () => lock.release());
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
  #heard = performance.now();

  constructor(folder: string) {
    this.#worker = new Worker(threadEntry(import.meta.url, './pglite-thread.ts'), { workerData: { folder } });
    this.#worker.on('message', (reply: PGliteReply) => this.#take(reply));
    this.#worker.on('error', (fout) => this.#end(fout.name));
    this.#worker.on('exit', () => this.#end());
  }

  ask(ask: Ask): Promise<readonly SqlAnswer[]> {
    if (this.#ended) return Promise.reject(new TransientStoreError('CLOSED'));
    const nr = ++this.#nr;
    if (this.#open.size === 0) this.#heard = performance.now();
    return new Promise((done, failed) => {
      this.#open.set(nr, { done, failed });
      this.#worker.postMessage({ ...ask, nr } satisfies PGliteCall);
    });
  }

  /** How long it has left questions unanswered (ms). */
  get silentMs(): number {
    return this.#open.size === 0 ? 0 : performance.now() - this.#heard;
  }

  async close(): Promise<void> {
    await this.ask({ kind: 'close' }).catch(() => undefined);
    await this.#worker.terminate();
  }

  #take(reply: PGliteReply): void {
    this.#heard = performance.now();
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

/** A row of a few bytes finds room on a disk that has none for a message. */
async function tryDisk(folder: string): Promise<void> {
  const path = join(folder, `hartslag-${randomInt(2 ** 32)}`);
  try {
    await writeFile(path, randomBytes(DISK_BYTES), { mode: 0o600 });
  } catch (fout) {
    throw asStoreError(fout);
  } finally {
    await rm(path, { force: true });
  }
}

const DISK_BYTES = 256 * 1024;
/** A thread that answers nothing for so long hangs; the largest message takes some seconds to store (ms). */
const SILENT_MS = 15_000;

const NOTHING: SqlAnswer = { rows: [], affected: 0 };

/** One session for all: it is handed from user to user, first come, first served. */
function oneSession(thread: PGliteThread, dataDir: string, watch: FolderWatch, closed: () => Promise<void>): SqlSource {
  let free: Promise<void> = Promise.resolve();
  // No other process can be here while this one lives.
  const self = randomInt(1, 2 ** 31 - 1);
  const session = async () => {
    const mine = free;
    let release: () => void = () => undefined;
    free = new Promise((resolve) => {
      release = resolve;
    });
    await mine;
    return {
      query: async (sql: string, params: readonly unknown[]) =>
        (await thread.ask({ kind: 'query', sql, params }))[0] ?? NOTHING,
      transaction: async (statements: readonly SqlStatement[]) => [
        ...(await thread.ask({ kind: 'transaction', statements })),
      ],
      release,
    };
  };
  let beating: Promise<unknown> | undefined;
  const beat = async () => {
    watch.ensure();
    await tryDisk(dataDir);
    const mine = await session();
    try {
      await mine.query(BEAT, ['hartslag']);
    } finally {
      mine.release();
    }
    watch.ensure();
  };
  return {
    ensureOwnSessions: async () => undefined,
    presence: async () => self,
    session,
    async beat(ms) {
      beating ??= beat().finally(() => {
        beating = undefined;
      });
      if ((await within(ms, beating)) === 'late') throw new TransientStoreError('HANGS');
    },
    responds: async () => thread.silentMs < SILENT_MS,
    ensureIntact: () => watch.ensure(),
    async end() {
      await free;
      await thread.close();
      await closed();
    },
  };
}
