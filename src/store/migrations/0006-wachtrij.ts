import { type Kysely, sql } from 'kysely';

const STATEMENTS: readonly string[] = [
  // What is wrong with queues now: the row is there as long as it is, so that its begin and its end are told once.
  `create table wachtrij_stand (
    regio text not null,
    soort text not null check (soort in ('zonder-werker', 'gepauzeerd')),
    sinds timestamptz not null default now(),
    primary key (regio, soort)
  )`,
  // A signal about a queue is of no lane, message or party.
  `alter table signaal alter column laan drop not null, alter column onderwerp drop not null,
    alter column gemeente drop not null, alter column aanbieder drop not null`,
];

/** Queues that nobody serves, or that are paused, and signals about them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
