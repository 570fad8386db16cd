import { sql } from 'kysely';
import type { Db } from '../engine/db.ts';
import { SEALED_TABLES } from './older-values.ts';

/**
 * For the embedded engine: takes what was in the clear out of its files. Where a row was is written again only when the room is
 * needed, and its log is kept for use again; so the tables are written anew and the log before it is removed.
 */
export async function dropRemains(db: Db): Promise<void> {
  await sql.raw(`vacuum full ${SEALED_TABLES.map(({ table }) => table).join(', ')}`).execute(db);
  await sql`set wal_recycle = off`.execute(db);
  // The second removes the segment in which the first began.
  for (let i = 0; i < 2; i++) {
    await sql`select pg_switch_wal()`.execute(db);
    await sql`checkpoint`.execute(db);
  }
  await sql`reset wal_recycle`.execute(db);
}
