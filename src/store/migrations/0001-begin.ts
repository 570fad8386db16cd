import { type Kysely, sql } from 'kysely';
import { INZAGE } from './0001/inzage.ts';
import { LANEN } from './0001/lanen.ts';
import { STAND } from './0001/stand.ts';

/**
 * The first schema. Texts that are compared for order have collation "C" on every engine and locale. There are no foreign
 * keys: rows are written by one module, in one transaction per verdict, and a reference check per row would lock the rows
 * that everybody reads. Rows go only with what they stand for: what a refused message brought (src/store/write/undo.ts) and
 * keys that somebody ends. What each table keeps of whom, and for how long, is said in src/store/tables.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [...LANEN, ...STAND, ...INZAGE]) await sql.raw(statement).execute(db);
}
