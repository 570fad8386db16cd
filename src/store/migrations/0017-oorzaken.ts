import { type Kysely, sql } from 'kysely';

const STATEMENTS: readonly string[] = [
  // Messages by what was wrong with them, with all that a list asks beside it before the id: a page of any combination is
  // read in order and no further (src/store/search/by-cause.ts). Three ways in: of everybody, of who sent it, and of whom it
  // was delivered to.
  'drop index oorzaak_regel',
  'create index oorzaak_regel on oorzaak (regel, regio, type, status, bericht_id)',
  'create index oorzaak_partij on oorzaak (partij, regel, type, status, bericht_id)',
  'create index oorzaak_aan on oorzaak (aan, regel, type, status, bericht_id) where aan is not null',
  // Which rules have a retourcode: few, and found by skipping from one to the next.
  'drop index oorzaak_retourcode',
  `create index oorzaak_retourcode on oorzaak (retourcode, regel) where retourcode <> ''`,
];

/** Looking up by rule and type costs the same, whatever the rule. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
