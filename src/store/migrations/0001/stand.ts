const TOEWIJZING = `
    gemeente text not null,
    aanbieder text not null,
    client text not null,
    nummer bigint,
    categorie text,
    code text,
    ingangsdatum date not null,
    einddatum date,
    toewijzingsdatum date not null,
    toewijzingstijd text collate "C" not null,
    reden_wijziging text,
    volume bigint,
    eenheid text,
    frequentie text,
    budget bigint,
    referentie_aanbieder text,
    bericht_id uuid not null,
    voorlopig boolean not null,
    signaalbudget_soort text,
    signaalbudget_bedrag bigint`;

/** Current state of what gemeenten and aanbieders exchanged: projections, written in the verdict's transaction. */
export const STAND: readonly string[] = [
  // The newest version (IV013) of each toewijzing. Claims keep (gemeente, nummer) unique, not this index.
  `create table toewijzing (
    sleutel uuid primary key,
    laan text not null,${TOEWIJZING}
  ) with (fillfactor = 80)`,
  `create index toewijzing_nummer on toewijzing (gemeente, nummer) where nummer is not null`,
  `create index toewijzing_client on toewijzing (aanbieder, client)`,

  // Every version that was written, in order of writing; those that the aanbieder refused are verworpen.
  `create table toewijzing_versie (
    rij bigint generated always as identity primary key,
    sleutel uuid not null,
    laan text not null,
    verworpen boolean not null default false,${TOEWIJZING}
  )`,
  `create index toewijzing_versie_sleutel on toewijzing_versie (sleutel, rij)`,
  `create index toewijzing_versie_bericht on toewijzing_versie (bericht_id)`,

  // Client of the latest accepted JW301: the one column with personal data beside the bytes (docs/decisions/privacy.md).
  `create table client_gegevens (
    gemeente text not null,
    aanbieder text not null,
    client text not null,
    gegevens json not null,
    bericht_id uuid not null,
    op timestamptz not null default now(),
    primary key (aanbieder, client, gemeente)
  )`,

  // Starts and stops; a removed one stays as history.
  `create table regie (
    rij bigint generated always as identity primary key,
    laan text not null,
    gemeente text not null,
    aanbieder text not null,
    client text not null,
    soort text not null,
    toewijzing_nummer bigint,
    categorie text,
    code text,
    begindatum date not null,
    einddatum date,
    reden_beeindiging text,
    toewijzing_ingangsdatum date,
    bericht_id uuid not null,
    volgorde bigint not null,
    verwijderd_door uuid
  )`,
  `create index regie_client on regie (aanbieder, client) where verwijderd_door is null`,

  `create table verzoek (
    aanbieder text not null,
    referentie text not null,
    laan text not null,
    gemeente text not null,
    soort text not null,
    client text not null,
    stand text not null,
    antwoorden int not null,
    bericht_id uuid not null,
    release text not null,
    dagtekening date not null,
    ingangsdatum date not null,
    primary key (aanbieder, referentie)
  )`,
  `create index verzoek_laan on verzoek (laan, referentie)`,
  `create index verzoek_client on verzoek (aanbieder, client)`,

  `create table declaratie (
    aanbieder text not null,
    nummer text not null,
    laan text not null,
    gemeente text not null,
    periode_begin date not null,
    periode_einde date not null,
    bericht_id uuid not null,
    release text not null,
    primary key (aanbieder, nummer)
  )`,
  `create index declaratie_periode on declaratie (aanbieder, gemeente, periode_begin, periode_einde)`,

  // One row per judged line; a refused one may come again in another message under the same reference.
  `create table prestatie (
    bericht_id uuid not null,
    referentie text not null,
    laan text not null,
    gemeente text not null,
    aanbieder text not null,
    vorige_referentie text,
    toewijzing uuid,
    toewijzing_nummer bigint,
    client text not null,
    categorie text not null,
    code text not null,
    begin date not null,
    einde date not null,
    volume bigint not null,
    eenheid text not null,
    tarief bigint,
    bedrag bigint not null,
    debet_credit text not null,
    stand text not null,
    primary key (bericht_id, referentie)
  )`,
  `create index prestatie_referentie on prestatie (aanbieder, referentie)`,
  `create index prestatie_vorige on prestatie (aanbieder, vorige_referentie) where vorige_referentie is not null`,
  `create index prestatie_toewijzing on prestatie (toewijzing) where toewijzing is not null`,

  // Requests that wait for a gemeente's decision.
  `create table werkbak (
    id uuid primary key,
    laan text not null,
    regio text,
    gemeente text not null,
    aanbieder text not null,
    referentie text not null,
    soort text not null,
    client text not null,
    redenen json not null,
    bericht_id uuid not null,
    op timestamptz not null default now(),
    gesloten_op timestamptz
  )`,
  `create index werkbak_open on werkbak (gemeente, id) where gesloten_op is null`,
  `create index werkbak_referentie on werkbak (laan, referentie) where gesloten_op is null`,
];
