import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { LOOK_UPS, type SqlAnswer } from '../sql-source.ts';
import { VALUE_PARSERS } from '../value-parsers.ts';
import { SYNCED_START, SyncedFiles } from './pglite-disk.ts';
import type { PGliteCall, PGliteReply } from './pglite-protocol.ts';

/**
 * Thread entry: one PGlite in a folder. It has one session and answers call after call; whoever uses it takes care that a
 * transaction is not interleaved with other calls. Commits are on disk before they are answered.
 *
 * When the engine cannot write or sync its log it gives up (PANIC), but its state is left running and would answer on: the
 * thread ends there and then, so that what it has not answered stays unanswered.
 */
const { folder } = workerData as { folder: string };
/** PGlite's own way takes half a minute for the bytes of the largest message. */
const BYTEA = (bytes: Uint8Array) => `\\x${Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('hex')}`;
const files = new SyncedFiles(folder, () => process.exit(1));
const opened = PGlite.create({
  fs: files,
  startParams: SYNCED_START,
  parsers: { ...VALUE_PARSERS },
  serializers: { 17: BYTEA },
}).then(async (db) => {
  await db.exec(LOOK_UPS);
  return db;
});
/**
 * The log's length at which a checkpoint is made (segments of 16 MiB). PGlite makes none by itself: its log would grow
 * until the process ends, and after a kill all of it would be gone through again.
 */
const CHECKPOINT_AT = 8;

async function answers(call: PGliteCall): Promise<SqlAnswer[]> {
  const db = await opened;
  if (call.kind === 'close') {
    await db.close();
    return [];
  }
  if (call.kind === 'query') return [await query(db, call.sql, call.params)];
  return db.transaction(async (trx) => {
    const all: SqlAnswer[] = [];
    for (const { sql, parameters } of call.statements) all.push(await query(trx, sql, parameters));
    return all;
  });
}

async function query(db: Pick<PGlite, 'query'>, sql: string, params: readonly unknown[]): Promise<SqlAnswer> {
  const { rows, rowCount } = await db.query(sql, [...params]);
  return { rows, affected: rowCount ?? rows.length };
}

function failure(nr: number, fout: unknown): PGliteReply {
  const { code, constraint } = fout as { code?: unknown; constraint?: unknown };
  return {
    nr,
    kind: 'error',
    code: typeof code === 'string' ? code : 'UNKNOWN',
    constraint: typeof constraint === 'string' ? constraint : null,
  };
}

/** Between two calls, never inside a transaction; one that fails is tried again after the next segment. */
async function checkpoint(): Promise<void> {
  const db = await opened;
  if (files.segments < CHECKPOINT_AT || db.isInTransaction()) return;
  await db.query('checkpoint').then(
    () => files.countAnew(),
    () => undefined,
  );
}

let previous: Promise<unknown> = opened.catch(() => undefined);
parentPort?.on('message', (call: PGliteCall) => {
  previous = previous.then(async () => {
    const reply = await answers(call).then(
      (all): PGliteReply => ({ nr: call.nr, kind: 'answers', answers: all }),
      (fout: unknown) => failure(call.nr, fout),
    );
    parentPort?.postMessage(reply);
    if (call.kind === 'close') parentPort?.close();
    else if (reply.kind === 'answers') await checkpoint();
  });
});
