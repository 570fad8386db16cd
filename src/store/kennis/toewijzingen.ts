import { type RawBuilder, sql } from 'kysely';
import type { Signaalbudget, Toewijzing } from '../../dossier/toewijzing.ts';
import { KEEP, recordset, type Statement } from '../engine/db.ts';
import type { Bij, Zoekvraag } from './zoekvraag.ts';

/** A toewijzing as the database gives it; its signaalbudget in two columns. */
export type ToewijzingRij = Omit<Toewijzing, 'signaalbudget'> & {
  readonly budgetSoort: Signaalbudget['soort'] | null;
  readonly budgetBedrag: number | null;
};

export const TOEWIJZING_KOLOMMEN: RawBuilder<unknown> = sql.raw(`
  t.sleutel, t.gemeente, t.aanbieder, t.client, t.nummer, t.categorie, t.code, t.ingangsdatum, t.einddatum,
  t.toewijzingsdatum, t.toewijzingstijd, t.reden_wijziging as "redenWijziging", t.volume, t.eenheid, t.frequentie,
  t.budget, t.referentie_aanbieder as "referentieAanbieder", t.bericht_id as "berichtId", t.voorlopig,
  t.signaalbudget_soort as "budgetSoort", t.signaalbudget_bedrag as "budgetBedrag"`);

export function toewijzingVan({ budgetSoort, budgetBedrag, ...rij }: ToewijzingRij): Toewijzing {
  const signaalbudget =
    budgetSoort === null || budgetBedrag === null ? null : { soort: budgetSoort, bedrag: budgetBedrag };
  return { ...rij, signaalbudget };
}

/** T: those of the clients named, and those with a number that the message names. */
export function toewijzingenBij(zoek: readonly Zoekvraag[]): Statement<Bij<ToewijzingRij>> | null {
  const vragen = zoek
    .map(({ nr, gemeenten, aanbieder, clienten, vraag }) => ({
      nr,
      gemeenten,
      aanbieder,
      clienten,
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
    order by v.nr, t.ingangsdatum, t.sleutel`;
}
