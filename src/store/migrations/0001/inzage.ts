/** What people and keys see and do: signals, agreements, keys, the audit. */
export const INZAGE: readonly string[] = [
  `create table signaal (
    rij bigint generated always as identity primary key,
    laan text not null,
    regio text,
    onderwerp uuid not null,
    soort text not null,
    gemeente text not null,
    aanbieder text not null,
    toewijzing_nummer bigint,
    percentage double precision,
    melding text not null,
    op timestamptz not null default now()
  )`,
  `create index signaal_gemeente on signaal (gemeente, rij)`,
  `create index signaal_aanbieder on signaal (aanbieder, rij)`,
  `create index signaal_regio on signaal (regio, rij)`,

  // versie is the gateway's own count; the document's own label may repeat.
  `create table afspraken (
    versie int primary key,
    document json not null,
    door text not null,
    op timestamptz not null
  )`,

  `create table api_sleutel (
    id uuid primary key,
    naam text not null,
    rol text not null,
    partij text,
    regios json,
    hash bytea not null unique,
    gemaakt_op timestamptz not null default now()
  )`,

  // What holds for the whole database, such as the print of the key of the BSN hash.
  `create table instelling (
    naam text primary key,
    waarde text not null
  )`,

  // Who opened which body or did what, when (docs/decisions/privacy.md).
  `create table inzage (
    rij bigint generated always as identity primary key,
    op timestamptz not null,
    door text not null,
    handeling text not null,
    onderwerp text not null
  )`,
  `create index inzage_onderwerp on inzage (onderwerp, rij)`,
];
