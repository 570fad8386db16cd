import { sql } from 'kysely';
import type { Db } from './db.ts';
import { WHOLE_TABLE_PLANS } from './sql-source.ts';

/**
 * Runs a report: it may read whole tables and join them at will, which look-ups are kept from (see pg-source.ts). The
 * settings hold for this transaction only.
 */
export function reporting<T>(db: Db, read: (trx: Db) => Promise<T>): Promise<T> {
  return db.transaction().execute(async (trx) => {
    await sql`select set_config(s, 'on', true) from unnest(${WHOLE_TABLE_PLANS}::text[]) s`.execute(trx);
    return read(trx);
  });
}
