import { type Kysely, sql } from 'kysely';

const STATEMENTS: readonly string[] = [
  // What a list is asked by, each with the id behind it, so that a page of any combination is read in order and no further.
  // They take the place of as many that found, but did not order.
  'drop index bericht_telling',
  'drop index bericht_status',
  'drop index bericht_partij',
  'create index bericht_lijst on bericht (regio, type, status, richting, id)',
  'create index bericht_partij on bericht (partij, type, status, id)',
  'drop index bericht_identificatie',
  'create index bericht_identificatie on bericht (identificatie, partij, type)',
  'drop index aflevering_bericht',
  'drop index aflevering_partij',
  'create unique index aflevering_bericht on aflevering (bericht_id, partij)',
  'create index aflevering_partij on aflevering (partij, type, bericht_id)',

  // An id tells when a message came first. One that was refused and sent again came later than its id says.
  'alter table bericht add column opnieuw_op timestamptz',
  `update bericht b set opnieuw_op = b.ontvangen_op from gebeurtenis g
    where g.onderwerp = b.id and g.soort = 'opnieuw-ontvangen'`,
  'create index bericht_opnieuw on bericht (opnieuw_op) where opnieuw_op is not null',

  // What a message is about, as numbers of eight bytes (src/store/messages/search-term.ts): clients, toewijzingen, references
  // and declaraties. Answers have none: they are found by what they answer.
  'create table zoekterm (term bigint not null, bericht_id uuid not null, primary key (term, bericht_id))',
  `create function zoekterm(soort text, waarde text) returns bigint language sql immutable as $$
    select ('x' || left(encode(sha256(convert_to(soort || '|' || waarde, 'UTF8')), 'hex'), 16))::bit(64)::bigint
  $$`,
  `with over as (
      select bericht_id, 'client' as soort, client as waarde from toewijzing_versie
      union select bericht_id, 'toewijzing', nummer::text from toewijzing_versie
      union select bericht_id, 'referentie', referentie_aanbieder from toewijzing_versie
      union select bericht_id, 'client', client from regie
      union select bericht_id, 'toewijzing', toewijzing_nummer::text from regie
      union select verwijderd_door, 'client', client from regie
      union select verwijderd_door, 'toewijzing', toewijzing_nummer::text from regie
      union select bericht_id, 'client', client from verzoek
      union select bericht_id, 'referentie', referentie from verzoek
      union select beslist_door, 'client', client from verzoek
      union select beslist_door, 'referentie', referentie from verzoek
      union select bericht_id, 'declaratie', nummer from declaratie
      union select bericht_id, 'client', client from prestatie
      union select bericht_id, 'toewijzing', toewijzing_nummer::text from prestatie
    )
    insert into zoekterm (term, bericht_id) select distinct zoekterm(soort, waarde), bericht_id
    from over where waarde is not null and bericht_id is not null`,

  // Which rules a message did not pass, and how often; only of messages on which there is something to say.
  `create table oorzaak (
    bericht_id uuid not null,
    regel text not null,
    retourcode text not null,
    ernst text not null,
    aantal int not null,
    partij text not null,
    aan text,
    type text,
    regio text,
    status text not null,
    op timestamptz not null,
    primary key (bericht_id, regel, retourcode, ernst)
  )`,
  'create index oorzaak_regel on oorzaak (regel, bericht_id)',
  `create index oorzaak_retourcode on oorzaak (retourcode, bericht_id) where retourcode <> ''`,
  `with elk as (
      select b.id, e.value as soort from bericht b cross join lateral json_array_elements(
        case when json_typeof(b.bevindingen) = 'array' then b.bevindingen else '[]' end) e
      union all
      select b.id, b.bevindingen->'soorten'->((p.value->>0)::int) from bericht b cross join lateral json_array_elements(
        case when json_typeof(b.bevindingen) = 'object' and b.bevindingen->'plekken' is not null
          then b.bevindingen->'plekken' else '[]' end) p
    ), geteld as (
      select id, soort->>'regel' as regel, coalesce(soort->>'retourcode', '') as retourcode, soort->>'ernst' as ernst,
        count(*) as aantal
      from elk where soort->'meer' is null group by 1, 2, 3, 4
    )
    insert into oorzaak (bericht_id, regel, retourcode, ernst, aantal, partij, aan, type, regio, status, op)
    select b.id, g.regel, g.retourcode, g.ernst, g.aantal, b.partij,
      (select a.partij from aflevering a where a.bericht_id = b.id order by a.rij limit 1), b.type, b.regio, b.status,
      b.ontvangen_op
    from geteld g join bericht b on b.id = g.id where b.richting = 'in'`,

  // What staff says of a group of refused lines; the newest row counts.
  `create table oorzaak_stand (
    rij bigint generated always as identity primary key,
    partij text not null,
    type text not null,
    regel text not null,
    stand text not null check (stand in ('open', 'gemeld', 'opgelost')),
    notitie text,
    door text not null,
    op timestamptz not null
  )`,
  'create index oorzaak_stand_groep on oorzaak_stand (partij, type, regel, rij)',

  // Messages that are judged again together: what was asked, and what became of each, in the order of their lanes.
  `create table herhaling (
    id uuid primary key,
    door text not null,
    proef boolean not null,
    gevraagd int not null,
    uitkomst json,
    op timestamptz not null,
    klaar_op timestamptz
  )`,
  'create index herhaling_open on herhaling (op) where klaar_op is null',
  `create table herhaling_bericht (
    herhaling uuid not null,
    nr int not null,
    bericht_id uuid not null,
    uitkomst text,
    primary key (herhaling, nr)
  )`,
  'create index herhaling_bericht_open on herhaling_bericht (herhaling, nr) where uitkomst is null',

  // Why somebody opened what is not his.
  'alter table inzage add column reden text',
];

/** Looking messages up, by what they are about and by what was wrong with them; judging many again. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
