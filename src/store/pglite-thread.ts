import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import type { PGliteCall, PGliteReply } from './pglite-protocol.ts';
import type { SqlAnswer } from './sql-source.ts';
import { VALUE_PARSERS } from './value-parsers.ts';

/**
 * Thread entry: one PGlite in a folder. It has one session and answers call after call; whoever uses it takes care that a
 * transaction is not interleaved with other calls. Commits are on disk before they are answered.
 */
const { folder } = workerData as { folder: string };
/** PGlite's own way takes half a minute for the bytes of the largest message. */
const BYTEA = (bytes: Uint8Array) => `\\x${Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('hex')}`;
const opened = PGlite.create({ dataDir: folder, parsers: { ...VALUE_PARSERS }, serializers: { 17: BYTEA } });

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

let previous: Promise<unknown> = opened.catch(() => undefined);
parentPort?.on('message', (call: PGliteCall) => {
  previous = previous.then(async () => {
    const reply = await answers(call).then(
      (all): PGliteReply => ({ nr: call.nr, kind: 'answers', answers: all }),
      (fout: unknown) => failure(call.nr, fout),
    );
    parentPort?.postMessage(reply);
    if (call.kind === 'close') parentPort?.close();
  });
});
