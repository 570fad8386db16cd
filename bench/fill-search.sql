-- What lists look up, on top of fill.sql: what each message is about, and of one in eight that came in that it was refused,
-- mostly by one rule; of some others that something was noticed. Which ones follows from their ids. What the gateway itself
-- judged before has its terms.
insert into zoekterm (term, bericht_id)
select distinct zoekterm(soort, waarde), bericht_id from (
  select bericht_id, 'client' as soort, client as waarde from toewijzing_versie
  union all select bericht_id, 'toewijzing', nummer::text from toewijzing_versie
  union all select bericht_id, 'client', client from regie
  union all select bericht_id, 'toewijzing', toewijzing_nummer::text from regie
  union all select bericht_id, 'referentie', referentie from verzoek
  union all select bericht_id, 'declaratie', nummer from declaratie
  union all select bericht_id, 'referentie', referentie from prestatie) over on conflict do nothing;

create temp table gevonden as
select id, partij, ontvanger, type, regio, ontvangen_op, abs(hashtext(id::text)) % 100 as h from bericht where richting = 'in';

update bericht b set status = case when h < 11 then 'afgekeurd' else 'geweigerd' end from gevonden g where g.id = b.id and h < 12;

insert into oorzaak (bericht_id, regel, retourcode, ernst, aantal, partij, aan, type, regio, status, op)
select id, (array['TR063', 'CS003', 'TR019', 'XSD'])[greatest(h - 7, 1)], '', 'fout', 1, partij, null, type, regio,
  case when h < 11 then 'afgekeurd' else 'geweigerd' end, ontvangen_op from gevonden where h between 8 and 11
union all
select id, 'TR381', '9381', 'fout', 1, partij, null, type, regio, 'afgekeurd', ontvangen_op from gevonden where h < 8
union all
select id, 'TR381', '9381', 'waarschuwing', 1, partij, ontvanger, type, regio, 'goedgekeurd', ontvangen_op
from gevonden where h between 12 and 16;

drop table gevonden;
