import { type Kysely, sql } from 'kysely';

const STATEMENTS: readonly string[] = [
  // People who are signed in at the pages. Of the secret in the browser a hash only, and whose it is by the hash of the key.
  `create table sessie (
    hash bytea primary key,
    sleutel_hash bytea not null,
    begonnen_op timestamptz not null,
    gebruikt_op timestamptz not null
  )`,
  'create index sessie_gebruikt_op on sessie (gebruikt_op)',
];

/** Sessions of the pages, known in every process. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
