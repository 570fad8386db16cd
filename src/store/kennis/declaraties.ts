import { sql } from 'kysely';
import type { DeclaratieRecord } from '../../dossier/declaratie.ts';
import type { PrestatieRecord } from '../../dossier/prestatie.ts';
import type { Toewijzing } from '../../dossier/toewijzing.ts';
import { KEEP, recordset, type Statement } from '../engine/db.ts';
import type { RowOf } from '../tables/column-set.ts';
import { DECLARATIE_RECORD } from '../tables/dossier/declaratie.ts';
import { PRESTATIE_RECORD } from '../tables/dossier/prestatie.ts';
import type { Bij, Zoekvraag } from './zoekvraag.ts';

/** How many declaraties of the past are known. */
const LAATSTE = 12;

/**
 * D: the lines on the toewijzingen that were loaded, and those with a reference that the message names, under their own
 * reference or as what a credit takes back.
 */
export function prestatiesBij(
  zoek: readonly Zoekvraag[],
  toewijzingen: readonly (readonly Pick<Toewijzing, 'sleutel'>[])[],
): Statement<Bij<PrestatieRecord>> | null {
  const vragen = zoek
    .filter(({ vraag }) => vraag.declaraties)
    .map(({ nr, gemeenten, aanbieder, vraag }) => ({
      nr,
      gemeenten,
      aanbieder,
      sleutels: (toewijzingen[nr] ?? []).map((t) => t.sleutel),
      referenties: vraag.prestatieReferenties,
    }))
    .filter(({ sleutels, referenties }) => sleutels.length + referenties.length > 0);
  if (vragen.length === 0) return null;
  return sql<Bij<RowOf<typeof PRESTATIE_RECORD>>>`${KEEP}
    select v.nr, ${PRESTATIE_RECORD.select('p')}
    from ${recordset(vragen, 'nr int, gemeenten text[], aanbieder text, sleutels uuid[], referenties text[]', 'v')}
    cross join lateral (
      select p.* from unnest(v.sleutels) k(sleutel)
        cross join lateral (select * from prestatie p where p.toewijzing = k.sleutel offset 0) p
      union
      select p.* from unnest(v.referenties) k(referentie) cross join lateral (
        select * from prestatie p where p.aanbieder = v.aanbieder and p.referentie = k.referentie offset 0) p
      where p.gemeente = any(v.gemeenten)
      union
      select p.* from unnest(v.referenties) k(referentie) cross join lateral (
        select * from prestatie p where p.aanbieder = v.aanbieder and p.vorige_referentie = k.referentie offset 0) p
      where p.gemeente = any(v.gemeenten)) p
    order by v.nr, p.begin, p.bericht_id, p.referentie`;
}

/** D: the latest declaraties of this aanbieder at this gemeente, latest period first. */
export function declaratiesBij(zoek: readonly Zoekvraag[]): Statement<Bij<DeclaratieRecord>> | null {
  const vragen = zoek
    .filter(({ vraag }) => vraag.declaraties)
    .map(({ nr, gemeenten, aanbieder }) => ({ nr, gemeenten, aanbieder }));
  if (vragen.length === 0) return null;
  return sql<Bij<RowOf<typeof DECLARATIE_RECORD>>>`${KEEP}
    select v.nr, ${DECLARATIE_RECORD.select('d')}
    from ${recordset(vragen, 'nr int, gemeenten text[], aanbieder text', 'v')} cross join lateral (
      select d.* from unnest(v.gemeenten) g(gemeente) cross join lateral (
        select * from declaratie d where d.aanbieder = v.aanbieder and d.gemeente = g.gemeente
        order by d.periode_begin desc, d.periode_einde desc limit ${LAATSTE}) d
      order by d.periode_begin desc, d.periode_einde desc, d.nummer desc limit ${LAATSTE}) d
    order by v.nr, d.periode_begin desc, d.periode_einde desc, d.nummer desc`;
}
