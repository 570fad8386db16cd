import { type Kysely, sql } from 'kysely';

const STATEMENTS: readonly string[] = [
  // A region that a process was told to serve and no agreements know.
  `alter table wachtrij_stand drop constraint wachtrij_stand_soort_check,
    add check (soort in ('zonder-werker', 'gepauzeerd', 'onbekend'))`,
];

/** A third kind of what is wrong with a queue. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
