import { sql } from 'kysely';
import type { SessionStore, StoredSession } from '../../access/sessions/contract.ts';
import { type Db, firstOf } from '../engine/db.ts';
import { over } from '../engine/over.ts';

export function sessionsStore(db: Db): SessionStore {
  return over(db, { addSession, session, sessionUsed, endSession });
}

async function addSession(db: Db, sessie: Parameters<SessionStore['addSession']>[0]): Promise<void> {
  const { hash, sleutelHash, op, vergeetVoor } = sessie;
  await sql`
    with oud as (delete from sessie where gebruikt_op < ${vergeetVoor}::timestamptz)
    insert into sessie (hash, sleutel_hash, begonnen_op, gebruikt_op)
    values (${hash}::bytea, ${sleutelHash}::bytea, ${op}::timestamptz, ${op}::timestamptz)`.execute(db);
}

async function session(db: Db, hash: Uint8Array): Promise<StoredSession | undefined> {
  return firstOf(
    db,
    sql<StoredSession>`
    select sleutel_hash as "sleutelHash", gebruikt_op as "gebruiktOp" from sessie where hash = ${hash}::bytea`,
  );
}

async function sessionUsed(db: Db, hash: Uint8Array, op: Date): Promise<void> {
  await sql`
    update sessie set gebruikt_op = greatest(gebruikt_op, ${op}::timestamptz) where hash = ${hash}::bytea`.execute(db);
}

async function endSession(db: Db, hash: Uint8Array): Promise<boolean> {
  const weg = sql<{ een: number }>`delete from sessie where hash = ${hash}::bytea returning 1 as een`;
  return (await firstOf(db, weg)) !== undefined;
}
