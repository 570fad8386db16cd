import { type Kysely, sql } from 'kysely';

const STATEMENTS: readonly string[] = [
  // What an answer that came in says of what it answers; null for all else, and for what was judged before this was kept.
  `alter table bericht add column zegt text,
    add constraint bericht_zegt_check check (zegt in ('aangenomen', 'deels', 'geweigerd')) not valid`,

  // What the people of a gemeente decided, newest first.
  'create index opdracht_partij on opdracht (partij, soort, id)',
];

/** What an answer says stands beside it, so that a list need not open its body; a list of what was decided. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
