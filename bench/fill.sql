-- A store with history: :aantal toewijzingen over the first :partijen aanbieders of the bench, each with its JW301, JW302,
-- JW305 and JW306, and everything that judging them leaves behind. Clients are names that no BSN has. Where :oud is true half of
-- the clients are of eight years ago, so that all of theirs may go.
create temp table gevuld as
select n, 42430000 + n % :partijen || '' as agb, case n % 2 when 0 then '0362' else '0439' end as gemeente,
  case n % 2 when 0 then 'AA' else 'ZAWA' end as regio, n / :partijen as k, 100000000 + n as nummer,
  left(md5('client' || n % (:aantal / 2)), 24) as client, md5('sleutel' || n)::uuid as sleutel,
  case when :oud and n / 2 % 2 = 0 then date '2016-01-01' else date '2025-01-01' end + n % 300 as dag,
  case when :oud and n / 2 % 2 = 0 then now() - interval '8 years' else now() - interval '90 days' end as op,
  case when :oud and n / 2 % 2 = 0 then 1500000000000 else 1750000000000 end as tijd
from generate_series(0, :aantal - 1) n;

create temp table gestuurd as
select g.*, s, regio || '|' || agb as laan,
  (lpad(to_hex(tijd + n * 1000 + s * 200), 12, '0') || '70008000' || lpad(to_hex(n * 4 + s), 12, '0'))::uuid as id,
  (array['JW301', 'JW302', 'JW305', 'JW306'])[s + 1] as type, s % 2 = 1 as antwoord,
  case when s in (0, 3) then gemeente else agb end as partij, case when s in (0, 3) then agb else gemeente end as aan
from gevuld g cross join generate_series(0, 3) s;

insert into inhoud (bericht_id, bytes)
select id, convert_to(rpad(n || '|' || s || '|', case when antwoord then 1000 else 1500 end, 'bericht '), 'UTF8') from gestuurd;

insert into bericht (id, richting, laan, volgnummer, partij, sha256, omvang, type, release, afzender, ontvanger, identificatie,
  gemeente, aanbieder, regio, status, ontvangen_op, beoordeeld_op, in_antwoord_op, antwoord_nr, afspraken_versie, regels_versie)
select id, case when antwoord then 'uit' else 'in' end, laan, case when antwoord then null else 2 * k + 1 + s / 2 end, partij,
  case when antwoord then null else sha256(convert_to(n || '|' || s, 'UTF8')) end, 1400, type, '3.2', partij, aan,
  'V' || lpad(n::text, 9, '0'), gemeente, agb, regio, 'goedgekeurd', op, op,
  case when antwoord then lag(id) over (partition by n order by s) end, case when antwoord then 0 end, 1, 'bench'
from gestuurd;

insert into laan_teller (laan, regio, volgnummer) select laan, regio, 2 * count(distinct n) from gestuurd group by 1, 2;
insert into laan (laan, beoordeeld_tot) select laan, 2 * count(distinct n) from gestuurd group by 1;

insert into claim (sleutel, eigenaar, bericht_id)
select 'id|' || partij || '|' || type || '|V' || lpad(n::text, 9, '0'), id::text, id from gestuurd where not antwoord
union all
select 'toe|' || gemeente || '|' || nummer, agb || '|' || client, id from gestuurd where s = 0;

insert into gebeurtenis (laan, onderwerp, soort, op, gegevens)
select laan, id, soort, gestuurd.op, case soort when 'beoordeeld' then json_build_object('status', 'goedgekeurd') end
from gestuurd cross join unnest(array['ontvangen', 'beoordeeld']) soort where not antwoord order by n, s;

insert into aflevering (bericht_id, partij, type, status, bevestigd)
select id, case when antwoord and i = 1 then partij else aan end, type, 'bevestigd', true
from gestuurd cross join generate_series(0, 1) i where antwoord or i = 0 order by n, s;

create temp table toegewezen as
select sleutel, regio || '|' || agb as laan, gemeente, agb as aanbieder, client, nummer, '45' as categorie,
  'BN' || 1 + n % 5 as code, dag as ingangsdatum, dag + 300 as einddatum, dag as toewijzingsdatum,
  '10:00:00' as toewijzingstijd, 3000 as volume, '01' as eenheid, '6' as frequentie, id as bericht_id, false as voorlopig,
  'standaard' as signaalbudget_soort, 450000 as signaalbudget_bedrag
from gestuurd where s = 0;

insert into toewijzing (sleutel, laan, gemeente, aanbieder, client, nummer, categorie, code, ingangsdatum, einddatum,
  toewijzingsdatum, toewijzingstijd, volume, eenheid, frequentie, bericht_id, voorlopig, signaalbudget_soort,
  signaalbudget_bedrag)
select * from toegewezen;

insert into toewijzing_versie (sleutel, laan, gemeente, aanbieder, client, nummer, categorie, code, ingangsdatum, einddatum,
  toewijzingsdatum, toewijzingstijd, volume, eenheid, frequentie, bericht_id, voorlopig, signaalbudget_soort,
  signaalbudget_bedrag)
select * from toegewezen;

insert into client_gegevens (gemeente, aanbieder, client, gegevens, bericht_id, op)
select distinct on (agb, client, gemeente) gemeente, agb, client, json_build_object('Geslacht', '1'), id, op
from gestuurd where s = 0 order by agb, client, gemeente, n;

insert into regie (laan, gemeente, aanbieder, client, soort, toewijzing_nummer, categorie, code, begindatum,
  toewijzing_ingangsdatum, bericht_id, volgorde)
select laan, gemeente, agb, client, 'start', nummer, '45', 'BN' || 1 + n % 5, dag, dag, id, 2 * k + 2
from gestuurd where s = 2 order by n;

insert into verzoek (aanbieder, referentie, laan, gemeente, soort, client, stand, antwoorden, bericht_id, release, dagtekening,
  ingangsdatum)
select agb, 'V' || n, laan, gemeente, 'VOT', client, 'toegewezen', 0, id, '3.2', dag, dag from gestuurd where s = 0 and n % 2 = 0;

insert into declaratie (aanbieder, nummer, laan, gemeente, periode_begin, periode_einde, bericht_id, release)
select agb, 'V' || n, laan, gemeente, dag, dag + 30, id, '3.2' from gestuurd where s = 0 and n % 4 = 0;

insert into prestatie (bericht_id, referentie, laan, gemeente, aanbieder, toewijzing, toewijzing_nummer, client, categorie, code,
  begin, einde, volume, eenheid, tarief, bedrag, debet_credit, stand)
select bericht_id, 'V' || nummer, laan, gemeente, aanbieder, sleutel, nummer, client, categorie, code, ingangsdatum,
  ingangsdatum + 20, 60, '01', 150, 9000, 'D', 'toegekend'
from toegewezen;

drop table gevuld, gestuurd, toegewezen;
