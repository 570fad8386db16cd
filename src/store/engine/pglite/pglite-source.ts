import { randomBytes, randomInt } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { threadEntry } from '../../../standard/thread-entry.ts';
import { asStoreError, type StoreError, TransientStoreError } from '../errors.ts';
import { BEAT } from '../heartbeat.ts';
import type { SqlAnswer, SqlSession, SqlSource, SqlStatement } from '../sql-source.ts';
import { within } from '../within.ts';
import { lockFolder } from './folder-lock.ts';
import { FolderWatch } from './folder-watch.ts';
import { type EngineFolder, engineFolder } from './pglite-folder.ts';
import type { PGliteCall, PGliteReply } from './pglite-protocol.ts';
import { privateFolder } from './private-folder.ts';

type Ask =
  | { readonly kind: 'query'; readonly sql: string; readonly params: readonly unknown[] }
  | { readonly kind: 'transaction'; readonly statements: readonly SqlStatement[] }
  | { readonly kind: 'close' };

/** What must be there for as long as the engine lives. */
const ENGINE_FOLDERS = ['base', 'global', 'pg_wal'];

/** PGlite in a thread of its own, in a folder that this process holds for itself. Throws FolderInUse when another does. */
export async function pgliteSource(dataDir: string): Promise<SqlSource> {
  return (await beginPglite(dataDir)).opened;
}

/** The same, told as soon as its thread has begun: it reads its folder while this one goes on. */
export async function beginPglite(dataDir: string): Promise<{ readonly opened: Promise<SqlSource> }> {
  privateFolder(dataDir);
  const lock = await lockFolder(dataDir);
  try {
    const folder = await engineFolder(dataDir);
    const opened = open(folder, dataDir, new PGliteThread(folder.path), () => lock.release());
    // Whoever waits for it hears of its failure; until then nobody does.
    opened.catch(() => undefined);
    return { opened };
  } catch (fout) {
    await lock.release();
    throw fout;
  }
}

async function open(
  folder: EngineFolder,
  dataDir: string,
  begun: PGliteThread,
  closed: () => Promise<void>,
): Promise<SqlSource> {
  try {
    const thread = await openedThread(folder, begun);
    const watch = new FolderWatch([dataDir, folder.path, ...ENGINE_FOLDERS.map((name) => join(folder.path, name))]);
    return oneSession({ folder, dataDir, watch, closed }, thread);
  } catch (fout) {
    await closed();
    throw fout;
  }
}

async function openedThread(folder: EngineFolder, thread: PGliteThread): Promise<PGliteThread> {
  try {
    await thread.ask({ kind: 'query', sql: 'select 1', params: [] });
    await folder.opened();
    return thread;
  } catch (fout) {
    await thread.close();
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
    this.#worker.on('exit', () => this.#end('the embedded database stopped'));
  }

  get ended(): boolean {
    return this.#ended;
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

/** Writes as much as an ordinary message takes, since the small row of a heartbeat still fits on a disk that is full. */
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

interface Place {
  readonly folder: EngineFolder;
  readonly dataDir: string;
  readonly watch: FolderWatch;
  readonly closed: () => Promise<void>;
}

/**
 * One session for all: it is handed from user to user, first come, first served. A thread that gave up is followed by
 * another, which finds in its folder what was committed; who was using the old one never goes on with the new.
 */
function oneSession({ folder, dataDir, watch, closed }: Place, first: PGliteThread): SqlSource {
  let thread = first;
  let closing = false;
  const turns = new Queue();
  const reports = new Queue();
  // No other process can be here while this one lives.
  const self = randomInt(1, 2 ** 31 - 1);
  const session = async (): Promise<SqlSession> => {
    const release = await turns.next();
    if (thread.ended && !closing) {
      try {
        thread = await openedThread(folder, new PGliteThread(folder.path));
      } catch (fout) {
        release();
        throw fout;
      }
    }
    const here = thread;
    return {
      query: async (sql, params) => (await here.ask({ kind: 'query', sql, params }))[0] ?? NOTHING,
      transaction: async (statements) => [...(await here.ask({ kind: 'transaction', statements }))],
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
    oneForAll: true,
    sessionKind: async () => 'own',
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
    async beat(ms) {
      beating ??= beat().finally(() => {
        beating = undefined;
      });
      if ((await within(ms, beating)) === 'late') throw new TransientStoreError('HANGS');
    },
    responds: async () => thread.silentMs < SILENT_MS,
    ensureIntact: () => watch.ensure(),
    async end() {
      closing = true;
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
