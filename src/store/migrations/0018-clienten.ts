import { type Kysely, sql } from 'kysely';

const STATEMENTS: readonly string[] = [
  // How many clients of a message did not pass a rule. Of what was judged before this it is not known.
  'alter table oorzaak add column clienten int',
];

/** Causes tell of how many clients they are. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
