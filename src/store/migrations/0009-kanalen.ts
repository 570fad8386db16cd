import { type Kysely, sql } from 'kysely';

const STATEMENTS: readonly string[] = [
  // What each way needs to know of a party. `versie` tells other processes that something changed; secrets are sealed.
  `alter table partij_kanaal
    alter column kanaal set default 'ophalen',
    add column amqp_gebruiker text,
    add column url text,
    add column geheim text,
    add column endpoint text,
    add column certificaat text,
    add column sleutel text,
    add column leeg_is_goed boolean not null default false,
    add column versie int not null default 1`,
  'create unique index partij_kanaal_amqp_gebruiker on partij_kanaal (amqp_gebruiker) where amqp_gebruiker is not null',

  // The id of a delivery on ways that want one beside that of the message: the same on every attempt.
  'alter table aflevering add column referentie text',
  'create index aflevering_referentie on aflevering (partij, referentie) where referentie is not null',

  // What is told to a sender by the way that its message came: the verdict on a message, or (with a code and without a
  // message) that what it was told is received was no message. A row for each time that it was sent.
  `create table terugmelding (
    rij bigint generated always as identity primary key,
    via text not null,
    partij text not null,
    transport_id text,
    bericht_id uuid,
    code text,
    gemaakt_op timestamptz not null default now(),
    pogingen int not null default 0,
    eerste_poging_op timestamptz,
    volgende_op timestamptz,
    geleased_tot timestamptz,
    klaar_op timestamptz,
    fout text
  ) with (fillfactor = 80)`,
  'create index terugmelding_open on terugmelding (via, rij) where klaar_op is null',
  'create index terugmelding_bericht on terugmelding (bericht_id)',

  // How the way of each party does: since when it fails, and when something arrived last.
  `create table partij_weg (
    partij text primary key,
    storing_sinds timestamptz,
    laatste_succes timestamptz,
    laatste_fout text,
    laatste_fout_op timestamptz
  ) with (fillfactor = 80)`,

  // How each way does in each process that runs it, as that process said last.
  `create table kanaal_stand (
    kanaal text not null,
    proces uuid not null,
    staat text not null check (staat in ('goed', 'storing')),
    sinds timestamptz not null,
    laatste_fout text,
    gezien_op timestamptz not null default now(),
    primary key (kanaal, proces)
  ) with (fillfactor = 80)`,
];

/** Every way of a party with what it needs, how it does, and what senders are told. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
