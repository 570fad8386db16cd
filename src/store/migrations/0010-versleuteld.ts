import { type Kysely, sql } from 'kysely';

const STATEMENTS: readonly string[] = [
  // Keys of the seal, by version; wrapped by a key that is derived from DATA_SLEUTEL.
  `create table data_sleutel (
    versie int primary key,
    sleutel bytea not null,
    gemaakt_op timestamptz not null default now()
  )`,

  // What is encrypted does not compress (the seal compresses first): the database need not try, and a mark is read without the rest.
  'alter table inhoud alter column bytes set storage external',
];

/** Bodies, findings and free texts are encrypted; what stood there before is sealed beside the work (src/store/seal). */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
