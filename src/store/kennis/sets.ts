import { sql } from 'kysely';
import type { Claim } from '../../dossier/claim.ts';
import type { RegieRecord } from '../../dossier/regie.ts';
import type { VerzoekRecord } from '../../dossier/verzoek.ts';
import { KEEP, recordset, type Statement } from '../engine/db.ts';
import type { RowOf } from '../tables/column-set.ts';
import { CLIENT_GEGEVENS } from '../tables/dossier/client-gegevens.ts';
import { REGIE_RECORD } from '../tables/dossier/regie.ts';
import { VERZOEK_RECORD } from '../tables/dossier/verzoek.ts';
import { CLAIM_RECORD } from '../tables/lanes/claim.ts';
import type { Bij, Zoekvraag } from './zoekvraag.ts';

const GEGEVENS = CLIENT_GEGEVENS.pick('gemeente', 'client', 'gegevens');

const PER_CLIENT = 'nr int, gemeenten text[], aanbieder text, clienten text[]';

function metClienten(zoek: readonly Zoekvraag[]) {
  return zoek
    .filter(({ clienten }) => clienten.length > 0)
    .map(({ nr, gemeenten, aanbieder, clienten }) => ({ nr, gemeenten, aanbieder, clienten }));
}

/** R: starts and stops of the clients named, removed ones left out, in order of receipt. */
export function regieBij(zoek: readonly Zoekvraag[]): Statement<Bij<RegieRecord>> | null {
  const vragen = metClienten(zoek);
  if (vragen.length === 0) return null;
  return sql<Bij<RowOf<typeof REGIE_RECORD>>>`${KEEP}
    select v.nr, ${REGIE_RECORD.select('r')}
    from ${recordset(vragen, PER_CLIENT, 'v')} cross join lateral unnest(v.clienten) k(client)
    cross join lateral (
      select * from regie r where r.aanbieder = v.aanbieder and r.client = k.client and r.verwijderd_door is null offset 0) r
    where r.gemeente = any(v.gemeenten) order by v.nr, r.rij`;
}

/**
 * V: requests of the clients named, those with a reference that the message names with all of the same JW315 (TR378), and
 * those that the message was about which it answers: a retourbericht that refuses a JW301 or JW319 names none.
 */
export function verzoekenBij(
  zoek: readonly Zoekvraag[],
  beantwoordVan: (nr: number) => string | undefined,
): Statement<Bij<VerzoekRecord>> | null {
  const vragen = zoek
    .filter(({ vraag }) => vraag.verzoeken)
    .map(({ nr, gemeenten, aanbieder, clienten, vraag }) => ({
      nr,
      gemeenten,
      aanbieder,
      clienten,
      referenties: vraag.referentiesAanbieder,
      beantwoord: beantwoordVan(nr) ?? null,
    }))
    .filter(({ clienten, referenties, beantwoord }) => clienten.length + referenties.length > 0 || beantwoord !== null);
  if (vragen.length === 0) return null;
  return sql<Bij<RowOf<typeof VERZOEK_RECORD>>>`${KEEP}
    select v.nr, ${VERZOEK_RECORD.select('z')}
    from ${recordset(vragen, `${PER_CLIENT}, referenties text[], beantwoord uuid`, 'v')} cross join lateral (
      select z.* from unnest(v.clienten) k(client) cross join lateral (
        select * from verzoek z where z.aanbieder = v.aanbieder and z.client = k.client offset 0) z
      union
      select z.* from unnest(v.referenties) k(referentie) cross join lateral (
        select * from verzoek z where z.aanbieder = v.aanbieder and z.referentie = k.referentie offset 0) r
      cross join lateral (select * from verzoek z where z.bericht_id = r.bericht_id offset 0) z
      union
      select z.* from (select * from verzoek z where z.beslist_door = v.beantwoord offset 0) z
      union
      select z.* from (select * from bericht b where b.id = v.beantwoord offset 0) b cross join lateral (
        select * from verzoek z where z.bericht_id = b.in_antwoord_op offset 0) z) z
    where z.gemeente = any(v.gemeenten) order by v.nr, z.dagtekening, z.referentie`;
}

/** Client of the latest accepted JW301; under the newest of the gemeentecodes that has one. */
export function clientGegevensBij(zoek: readonly Zoekvraag[]): Statement<Bij<RowOf<typeof GEGEVENS>>> | null {
  const vragen = metClienten(zoek.filter(({ vraag }) => vraag.clientGegevens));
  if (vragen.length === 0) return null;
  return sql<Bij<RowOf<typeof GEGEVENS>>>`${KEEP}
    select distinct on (v.nr, c.client) v.nr, ${GEGEVENS.select('c')}
    from ${recordset(vragen, PER_CLIENT, 'v')} cross join lateral unnest(v.clienten) k(client)
    cross join lateral (
      select * from client_gegevens c where c.aanbieder = v.aanbieder and c.client = k.client offset 0) c
    where c.gemeente = any(v.gemeenten) order by v.nr, c.client, c.op desc, c.gemeente`;
}

/** Of the claims that the message would make, those that exist; these look beyond lanes. */
export function claimsBij(zoek: readonly Zoekvraag[]): Statement<Bij<Claim>> | null {
  const vragen = zoek
    .filter(({ vraag }) => vraag.claims.length > 0)
    .map(({ nr, vraag }) => ({ nr, sleutels: vraag.claims }));
  if (vragen.length === 0) return null;
  return sql<Bij<RowOf<typeof CLAIM_RECORD>>>`${KEEP}
    select v.nr, ${CLAIM_RECORD.select('c')}
    from ${recordset(vragen, 'nr int, sleutels text[]', 'v')} cross join lateral (select distinct unnest(v.sleutels)) k(sleutel)
    cross join lateral (select * from claim c where c.sleutel = k.sleutel offset 0) c order by v.nr, c.sleutel`;
}
