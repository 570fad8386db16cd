import { type Kysely, sql } from 'kysely';

const STATEMENTS: readonly string[] = [
  // What the parties do with a signal of a signaalbudget; null: open. The story of it stands in signaal_stand.
  `alter table signaal add column stand text, add column stand_op timestamptz`,
  `create index signaal_toewijzing on signaal (gemeente, toewijzing_nummer) where toewijzing_nummer is not null`,
  `create table signaal_stand (
    rij bigint generated always as identity primary key,
    signaal bigint not null,
    stand text not null,
    door text not null,
    toelichting text,
    op timestamptz not null default now()
  )`,
  `create index signaal_stand_signaal on signaal_stand (signaal, rij)`,

  // Other help of a client, whoever gives it.
  `create index regie_stroom on regie (client, gemeente) where verwijderd_door is null`,

  // The aanbieder that a gemeente named as the one to speak to for a client; the newest row counts, null: nobody.
  `create table aanspreekpunt (
    rij bigint generated always as identity primary key,
    gemeente text not null,
    client text not null,
    aanbieder text,
    door text not null,
    op timestamptz not null default now()
  )`,
  `create index aanspreekpunt_client on aanspreekpunt (client, gemeente, rij)`,

  // What was refused, counted without persons: requests by our reason, lines by retourcode.
  `create table afwijzing_telling (
    bericht_id uuid not null,
    laan text not null,
    gemeente text not null,
    aanbieder text not null,
    soort text not null check (soort in ('verzoek', 'prestatie')),
    categorie text,
    code text,
    datum date not null,
    maand date not null,
    reden text not null,
    aantal bigint not null,
    clienten bigint not null,
    bedrag bigint not null
  )`,
  `create index afwijzing_telling_bericht on afwijzing_telling (bericht_id)`,
  `create index afwijzing_telling_gemeente on afwijzing_telling (gemeente, maand)`,
];

/** States of signals, the aanspreekpunt of a client, and counts of what was refused. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
