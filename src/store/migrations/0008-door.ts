import { type Kysely, sql } from 'kysely';

const STATEMENTS: readonly string[] = [
  // Which way a message came in, and the id that its sender gave it there. What came before had one way.
  `alter table bericht add column via text not null default 'http', add column transport_id text`,

  // A key of several parties, one that may only look, one that ends; a key that ended stays, for what it did bears its name.
  `alter table api_sleutel
    add column partijen json,
    add column alleen_lezen boolean not null default false,
    add column geldig_tot date,
    add column laatst_gebruikt_op timestamptz,
    add column staart text,
    add column beeindigd_op timestamptz`,

  // The name that the key had when it did this: names may change, and keys of before this were deleted with their row.
  'alter table inzage add column door_naam text',
  'update inzage i set door_naam = s.naam from api_sleutel s where s.id::text = i.door',
];

/** One door: how a message came in, whose key it was, and what that key may. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
