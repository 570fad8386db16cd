import { type RawBuilder, sql } from 'kysely';
import type { Toewijzing } from '../../dossier/toewijzing.ts';
import { KEEP, recordset, type Statement } from '../engine/db.ts';
import type { RowOf } from '../tables/column-set.ts';
import { VERSIE } from '../tables/dossier/toewijzing.ts';
import type { Bij, Zoekvraag } from './zoekvraag.ts';

/** A toewijzing as the database gives it; its signaalbudget in two columns. */
export type ToewijzingRij = RowOf<typeof VERSIE>;

export const TOEWIJZING_KOLOMMEN: RawBuilder<unknown> = VERSIE.select('t');

export function toewijzingVan({ signaalbudgetSoort, signaalbudgetBedrag, ...rij }: ToewijzingRij): Toewijzing {
  const signaalbudget =
    signaalbudgetSoort === null || signaalbudgetBedrag === null
      ? null
      : { soort: signaalbudgetSoort, bedrag: signaalbudgetBedrag };
  return { ...rij, signaalbudget };
}

/** T: those with a number that the message names and, where they are asked for, all of the clients named. */
export function toewijzingenBij(zoek: readonly Zoekvraag[]): Statement<Bij<ToewijzingRij>> | null {
  const vragen = zoek
    .map(({ nr, gemeenten, aanbieder, clienten, vraag }) => ({
      nr,
      gemeenten,
      aanbieder,
      clienten: vraag.alleToewijzingen ? clienten : [],
      nummers: vraag.toewijzingNummers,
    }))
    .filter(({ clienten, nummers }) => clienten.length + nummers.length > 0);
  if (vragen.length === 0) return null;
  const kolommen = 'nr int, gemeenten text[], aanbieder text, clienten text[], nummers bigint[]';
  return sql<Bij<ToewijzingRij>>`${KEEP}
    select v.nr, ${TOEWIJZING_KOLOMMEN}
    from ${recordset(vragen, kolommen, 'v')} cross join lateral (
      select t.* from unnest(v.clienten) k(client) cross join lateral (
        select * from toewijzing t where t.aanbieder = v.aanbieder and t.client = k.client offset 0) t
      where t.gemeente = any(v.gemeenten)
      union
      select t.* from unnest(v.gemeenten) g(gemeente) cross join unnest(v.nummers) k(nummer) cross join lateral (
        select * from toewijzing t where t.gemeente = g.gemeente and t.nummer = k.nummer offset 0) t
      where t.aanbieder = v.aanbieder) t
    order by v.nr, t.ingangsdatum, t.nummer nulls first, t.categorie collate "C" nulls first,
      t.code collate "C" nulls first, t.sleutel`;
}
