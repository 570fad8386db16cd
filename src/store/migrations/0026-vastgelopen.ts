import { type Kysely, sql } from 'kysely';

const STATEMENTS: readonly string[] = [
  // Next to none, and counted at each look at the overview.
  `create index bericht_vastgelopen on bericht (id) where status = 'vastgelopen'`,
];

/** What was quarantined is found among millions. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
