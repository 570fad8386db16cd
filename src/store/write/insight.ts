import { sql } from 'kysely';
import { recordset, type Statement } from '../engine/db.ts';
import type { TeSchrijven } from '../lanes/contract.ts';
import type { Mutaties } from './rows.ts';

/** Signals of these toewijzingen that are in one of the states `uit`; those of this verdict itself come later. */
export function writeSignalStates(mutaties: Mutaties['signaalStanden']): Statement[] {
  return mutaties.map(
    ({ gemeente, toewijzingNummer, uit, wordt }) => sql`
      with gezet as (
        update signaal set stand = ${wordt}, stand_op = now()
        where gemeente = ${gemeente} and toewijzing_nummer = ${toewijzingNummer} and soort = 'signaalbudget'
          and coalesce(stand, 'open') = any(${uit}::text[]) returning rij
      )
      insert into signaal_stand (signaal, stand, door) select rij, ${wordt}, 'gateway' from gezet`,
  );
}

/** What was refused; only messages that had no verdict are ever judged again, so each counts once. */
export function writeRefusals(laan: string, verdicts: readonly TeSchrijven[]): Statement[] {
  const rijen = verdicts.flatMap(({ verdict }) =>
    (verdict.afwijzingen ?? []).map((afwijzing) => ({ van: verdict.berichtId, ...afwijzing })),
  );
  if (rijen.length === 0) return [];
  const kolommen =
    'van uuid, soort text, categorie text, code text, datum date, maand date, reden text, aantal bigint, clienten bigint, bedrag bigint';
  return [
    sql`
    insert into afwijzing_telling (bericht_id, laan, gemeente, aanbieder, soort, categorie, code, datum, maand, reden, aantal,
      clienten, bedrag)
    select r.van, ${laan}, b.gemeente, b.aanbieder, r.soort, r.categorie, r.code, r.datum, r.maand, r.reden, r.aantal,
      r.clienten, r.bedrag
    from ${recordset(rijen, kolommen)} join bericht b on b.id = r.van where b.gemeente is not null`,
  ];
}
