/** Messages, lanes, commands and deliveries (docs/decisions/lanes.md, docs/decisions/events-and-deliveries.md). */
export const LANEN: readonly string[] = [
  // The bytes as received or sent. Written before the message row, in the same statement or transaction.
  `create table inhoud (
    bericht_id uuid primary key,
    bytes bytea not null
  )`,

  // A message: received (richting 'in') or composed ('uit'). A composed one has no volgnummer.
  `create table bericht (
    id uuid primary key,
    richting text not null check (richting in ('in', 'uit')),
    laan text not null,
    volgnummer bigint,
    partij text not null,
    sha256 bytea,
    omvang int not null,
    type text,
    release text,
    afzender text,
    ontvanger text,
    identificatie text,
    gemeente text,
    aanbieder text,
    regio text,
    status text not null,
    bevindingen json not null default '[]',
    ontvangen_op timestamptz not null,
    wacht_sinds timestamptz not null default now(),
    beoordeeld_op timestamptz,
    pogingen int not null default 0,
    reden text,
    in_antwoord_op uuid,
    antwoord_nr int,
    afspraken_versie int,
    regels_versie text
  )`,
  `create unique index bericht_bytes on bericht (partij, sha256) where richting = 'in'`,
  `create unique index bericht_volgnummer on bericht (laan, volgnummer) where volgnummer is not null`,
  `create index bericht_partij on bericht (partij, id)`,
  `create index bericht_identificatie on bericht (partij, type, identificatie)`,
  `create index bericht_antwoord on bericht (in_antwoord_op) where in_antwoord_op is not null`,
  `create index bericht_telling on bericht (regio, type, status, id)`,
  `create index bericht_status on bericht (status, id)`,

  // Only storing touches this row: the last volgnummer that was given out.
  `create table laan_teller (
    laan text primary key,
    regio text,
    volgnummer bigint not null
  ) with (fillfactor = 50)`,

  // Only judging touches this row: how far the lane was judged, and by which process a turn is under way (its presence).
  `create table laan (
    laan text primary key,
    beoordeeld_tot bigint not null,
    bezig int
  ) with (fillfactor = 50)`,

  // What may exist once, beyond lanes (docs/decisions/one-message-one-effect.md).
  `create table claim (
    sleutel text collate "C" primary key,
    eigenaar text not null,
    bericht_id uuid not null
  )`,

  // Append-only history of a lane. No personal data.
  `create table gebeurtenis (
    rij bigint generated always as identity primary key,
    laan text not null,
    onderwerp uuid not null,
    soort text not null,
    op timestamptz not null default now(),
    gegevens json
  )`,
  `create index gebeurtenis_onderwerp on gebeurtenis (onderwerp)`,
  `create index gebeurtenis_laan on gebeurtenis (laan, rij)`,

  // A message on its way to a party; rij is the paging key of GET /uitgaand.
  `create table aflevering (
    rij bigint generated always as identity primary key,
    bericht_id uuid not null,
    partij text not null,
    type text,
    status text not null default 'wacht',
    gemaakt_op timestamptz not null default now(),
    op timestamptz not null default now(),
    bevestigd boolean not null default false
  ) with (fillfactor = 80)`,
  `create unique index aflevering_partij on aflevering (partij, bericht_id)`,
  `create index aflevering_bericht on aflevering (bericht_id)`,
  `create index aflevering_open on aflevering (partij, rij) where not bevestigd`,
  `create index aflevering_open_type on aflevering (partij, type, rij) where not bevestigd`,

  // A command for a lane: a maatwerk grant, a werkbak decision.
  `create table opdracht (
    id uuid primary key,
    laan text not null,
    volgnummer bigint not null,
    regio text,
    soort text not null,
    partij text not null,
    gegevens json not null,
    idempotentie text,
    ontvangen_op timestamptz not null,
    wacht_sinds timestamptz not null default now(),
    pogingen int not null default 0,
    stand text not null default 'wacht',
    resultaat json,
    reden text
  )`,
  `create unique index opdracht_volgnummer on opdracht (laan, volgnummer)`,
  `create unique index opdracht_idempotentie on opdracht (partij, idempotentie) where idempotentie is not null`,

  // Numbers that the gateway gives out, in blocks; vanaf and blok are those of the last draw.
  `create table nummerreeks (
    naam text collate "C" primary key,
    vanaf bigint not null,
    blok bigint not null,
    volgende bigint not null
  ) with (fillfactor = 50)`,
];
