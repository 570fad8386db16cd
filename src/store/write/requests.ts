import { sql } from 'kysely';
import { KEEP, type Statement } from '../engine/db.ts';
import { newId } from '../engine/uuid.ts';
import { boolean, uuid } from '../tables/column.ts';
import { VERZOEK, VERZOEK_RECORD } from '../tables/dossier/verzoek.ts';
import { WERKBAK } from '../tables/tasks/werkbak.ts';
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

const GEVRAAGD = VERZOEK_RECORD.and({ van: uuid });
const VAN_VERZOEK = VERZOEK_RECORD.without('referentie').set('excluded');

function verzoeken(laan: string, mutaties: Mutaties['verzoeken']): Statement[] {
  if (mutaties.length === 0) return [];
  const rijen = mutaties.map(({ verzoek, van }) => ({ ...verzoek, van }));
  return [
    sql`${KEEP}
    insert into verzoek (aanbieder, laan, gemeente, ${VERZOEK_RECORD.names()})
    select b.aanbieder, ${laan}, b.gemeente, ${VERZOEK_RECORD.of('r')}
    from ${GEVRAAGD.rows(rijen)} join bericht b on b.id = r.van
    on conflict (aanbieder, referentie) do update set laan = excluded.laan, gemeente = excluded.gemeente, ${VAN_VERZOEK}`,
  ];
}

const STAND = VERZOEK.pick('referentie', 'stand', 'antwoorden').and({ door: uuid, beslist: boolean });

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
    from ${STAND.rows(rijen)}
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

const ITEM = WERKBAK.pick('id', 'gemeente', 'aanbieder', 'referentie', 'soort', 'client', 'redenen');
const VAN_BERICHT = ITEM.and({ van: uuid });

function werkbak(laan: string, mutaties: Mutaties['werkbak']): Statement[] {
  if (mutaties.length === 0) return [];
  const rijen = mutaties.map(({ item, van }) => ({ ...item, id: newId(), van }));
  return [
    sql`${KEEP}
    insert into werkbak (laan, regio, bericht_id, ${ITEM.names()})
    select ${laan}, (select regio from laan_teller where laan = ${laan}), coalesce(v.bericht_id, r.van), ${ITEM.of('r')}
    from ${VAN_BERICHT.rows(rijen)} left join verzoek v on v.aanbieder = r.aanbieder and v.referentie = r.referentie`,
  ];
}
