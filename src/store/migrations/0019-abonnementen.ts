import { type Kysely, sql } from 'kysely';

const STATEMENTS: readonly string[] = [
  // Who hears of signals by mail or webhook: as whom it looks, what it wants, and up to where it was told.
  `create table abonnement (
    id uuid primary key,
    rol text not null,
    partijen json,
    regios json,
    weg text not null check (weg in ('mail', 'webhook')),
    adres text not null,
    geheim text,
    soorten json not null,
    ritme text not null check (ritme in ('meteen', 'dag')),
    door text not null,
    gemaakt_op timestamptz not null,
    positie text not null,
    verteld_op timestamptz,
    volgende_op timestamptz not null,
    pogingen int not null default 0,
    fout text,
    fout_sinds timestamptz,
    bezet_tot timestamptz
  )`,
  'create index abonnement_volgende on abonnement (volgende_op)',
];

/** Signals by mail and webhook. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
