import { type Kysely, sql } from 'kysely';

const STATEMENTS: readonly string[] = [
  // When somebody asked for a notice to see whether it arrives; null: nobody waits for one.
  'alter table abonnement add column proef_op timestamptz',

  // What somebody looks for again and again: the filter of the list of messages, under a name.
  `create table zoekopdracht (
    id uuid primary key,
    eigenaar text not null,
    naam text not null,
    vraag text not null,
    door text not null,
    op timestamptz not null
  )`,
  'create index zoekopdracht_eigenaar on zoekopdracht (eigenaar, id)',
];

/** Trying a subscription; searches that are kept. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
