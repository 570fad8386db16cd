import { sql } from 'kysely';
import type { Db } from './db.ts';
import { ReportTimeout, StoreError } from './errors.ts';
import { WHOLE_TABLE_PLANS } from './sql-source.ts';

/** SQLSTATE of a statement that was cancelled, as its time limit does. */
const AFGEBROKEN = '57014';

/**
 * Runs a report on the sessions for reports: it may use sequential scans and hash joins, which look-ups are kept from
 * (`LOOK_UPS` in sql-source.ts). The settings hold for this transaction only. Throws ReportTimeout when it takes too long.
 */
export function reporting<T>(reports: Db, read: (trx: Db) => Promise<T>): Promise<T> {
  return inTime(() =>
    reports.transaction().execute(async (trx) => {
      await letReadWholeTables(trx);
      return read(trx);
    }),
  );
}

/** This transaction may plan as reports do: what goes through whole tables is four times as long along their indexes. */
export async function letReadWholeTables(trx: Db): Promise<void> {
  await sql`select set_config(s, 'on', true) from unnest(${WHOLE_TABLE_PLANS}::text[]) s`.execute(trx);
}

/** For what looks up along indexes, but may look up very much, on those same sessions. */
export async function inTime<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (fout) {
    if (fout instanceof StoreError && fout.code === AFGEBROKEN) throw new ReportTimeout(AFGEBROKEN);
    throw fout;
  }
}
