import { sql } from 'kysely';
import { KEEP, recordset, type Statement } from '../engine/db.ts';
import { newId } from '../engine/uuid.ts';
import type { Mutaties } from './rows.ts';

/** Requests, then what became of them, then the werkbak: one verdict may bring a request and decide on it. */
export function writeRequests(laan: string, m: Mutaties): Statement[] {
  return [
    ...verzoeken(laan, m.verzoeken),
    ...standen(laan, m.standen),
    ...sluit(laan, m.gesloten),
    ...werkbak(laan, m.werkbak),
  ];
}

function verzoeken(laan: string, mutaties: Mutaties['verzoeken']): Statement[] {
  if (mutaties.length === 0) return [];
  const rijen = mutaties.map(({ verzoek: { berichtId, ...verzoek }, van }) => ({
    ...verzoek,
    van,
    bericht_id: berichtId,
  }));
  const kolommen =
    'van uuid, referentie text, soort text, client text, stand text, antwoorden int, bericht_id uuid, release text, ' +
    'dagtekening date, ingangsdatum date';
  return [
    sql`${KEEP}
    insert into verzoek (aanbieder, referentie, laan, gemeente, soort, client, stand, antwoorden, bericht_id, release,
      dagtekening, ingangsdatum)
    select b.aanbieder, r.referentie, ${laan}, b.gemeente, r.soort, r.client, r.stand, r.antwoorden, r.bericht_id, r.release,
      r.dagtekening, r.ingangsdatum
    from ${recordset(rijen, kolommen)} join bericht b on b.id = r.van
    on conflict (aanbieder, referentie) do update set laan = excluded.laan, gemeente = excluded.gemeente,
      soort = excluded.soort, client = excluded.client, stand = excluded.stand, antwoorden = excluded.antwoorden,
      bericht_id = excluded.bericht_id, release = excluded.release, dagtekening = excluded.dagtekening,
      ingangsdatum = excluded.ingangsdatum`,
  ];
}

/** A reference is the aanbieder's own, and a lane has one aanbieder: lane and reference name the request. */
function standen(laan: string, mutaties: Mutaties['standen']): Statement[] {
  if (mutaties.length === 0) return [];
  const rijen = mutaties.map(({ referentie, stand, antwoorden, door }) => ({
    referentie,
    stand,
    antwoorden,
    door,
    beslist: stand === 'toegewezen' || stand === 'afgewezen',
  }));
  return [
    sql`${KEEP}
    update verzoek v set stand = r.stand, antwoorden = r.antwoorden, beslist_door = r.door,
      beslist_op = case when r.beslist then now() else null end
    from ${recordset(rijen, 'referentie text, stand text, antwoorden int, door uuid, beslist boolean')}
    where v.laan = ${laan} and v.referentie = any(${rijen.map((r) => r.referentie)}::text[]) and v.referentie = r.referentie`,
  ];
}

function sluit(laan: string, mutaties: Mutaties['gesloten']): Statement[] {
  if (mutaties.length === 0) return [];
  return [
    sql`${KEEP}
    update werkbak set gesloten_op = now() where laan = ${laan} and gesloten_op is null
      and referentie = any(${mutaties.map((m) => m.referentie)}::text[])`,
  ];
}

function werkbak(laan: string, mutaties: Mutaties['werkbak']): Statement[] {
  if (mutaties.length === 0) return [];
  const rijen = mutaties.map(({ item, van }) => ({ ...item, id: newId(), van }));
  const kolommen =
    'id uuid, gemeente text, aanbieder text, referentie text, soort text, client text, redenen json, van uuid';
  return [
    sql`${KEEP}
    insert into werkbak (id, laan, regio, gemeente, aanbieder, referentie, soort, client, redenen, bericht_id)
    select r.id, ${laan}, (select regio from laan_teller where laan = ${laan}), r.gemeente, r.aanbieder, r.referentie,
      r.soort, r.client, r.redenen, coalesce(v.bericht_id, r.van)
    from ${recordset(rijen, kolommen)} left join verzoek v on v.aanbieder = r.aanbieder and v.referentie = r.referentie`,
  ];
}
