import { type Kysely, sql } from 'kysely';

const STATEMENTS: readonly string[] = [
  // Of an answer that came in and does not grant all; null for all else, and for what was judged before this was kept.
  'alter table bericht add column zegt_codes text[]',
];

/** Why an answer refuses stands beside what it says, so that a list need not open its body. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
