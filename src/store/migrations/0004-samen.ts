import { type Kysely, sql } from 'kysely';

const STATEMENTS: readonly string[] = [
  // Ends a transaction whose statements were sent together (src/store/write/eis.ts).
  `create function eis(geldt boolean, code text) returns void language plpgsql as $$
  begin
    if geldt is not true then raise exception using errcode = code, message = 'eis'; end if;
  end $$`,

  // Bytes that were sent before are found by their hash alone; whose they are is looked at. With the party first, a plan
  // may take the index of a party and read all that it ever sent.
  'drop index bericht_bytes',
  `create unique index bericht_bytes on bericht (sha256, partij) where richting = 'in'`,

  // Indexes that every message pays for. Nobody reads events by lane; the first page counts by region, type and status,
  // and without an id in the index equal keys take one place; most messages are goedgekeurd, so that finding those by
  // status needs no index.
  'drop index gebeurtenis_laan',
  'drop index bericht_telling',
  'create index bericht_telling on bericht (regio, type, status)',
  'drop index bericht_status',
  `create index bericht_status on bericht (status, id) where status <> 'goedgekeurd'`,
];

/** What lets a transaction be one round trip, and fewer indexes on what every message writes. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
