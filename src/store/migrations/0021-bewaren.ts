import { type Kysely, sql } from 'kysely';

const STATEMENTS: readonly string[] = [
  // When it was counted: from then on it is kept, longer than the message it was counted of.
  'alter table afwijzing_telling add column op timestamptz not null default now()',
  'update afwijzing_telling a set op = b.ontvangen_op from bericht b where b.id = a.bericht_id',
];

/** What is counted of refusals has a term of its own. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
