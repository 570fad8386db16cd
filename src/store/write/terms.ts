import { sql } from 'kysely';
import type { Termijn } from '../../requests/termijnen.ts';
import { KEEP, recordset, type Statement } from '../engine/db.ts';
import type { TeSchrijven } from '../lanes/contract.ts';

/** Terms that begin or are over; where one transaction says both of one sleutel, the last counts. */
export function writeTerms(laan: string, verdicts: readonly TeSchrijven[]): Statement[] {
  const laatste = new Map<string, Termijn | null>();
  for (const wijziging of verdicts.flatMap(({ verdict }) => verdict.termijnen ?? [])) {
    if (wijziging.kind === 'done') laatste.set(wijziging.sleutel, null);
    else laatste.set(wijziging.termijn.sleutel, wijziging.termijn);
  }
  const lopend = [...laatste.values()].filter((termijn) => termijn !== null);
  const klaar = [...laatste].flatMap(([sleutel, termijn]) => (termijn === null ? [sleutel] : []));
  return [...begin(laan, lopend), ...end(laan, klaar)];
}

function begin(laan: string, termijnen: readonly Termijn[]): Statement[] {
  if (termijnen.length === 0) return [];
  const rijen = termijnen.map((t) => ({
    ...{ sleutel: t.sleutel, soort: t.soort, partij: t.partij, gemeente: t.gemeente, aanbieder: t.aanbieder },
    ...{ referentie: t.referentie, toewijzing_nummer: t.toewijzingNummer, bericht_id: t.berichtId },
    ...{ begin: t.begin, waarschuw: t.waarschuw, uiterlijk: t.uiterlijk },
  }));
  const kolommen =
    'sleutel text, soort text, partij text, gemeente text, aanbieder text, referentie text, toewijzing_nummer bigint, ' +
    'bericht_id uuid, begin date, waarschuw date, uiterlijk date';
  return [
    sql`${KEEP}
    insert into termijn (laan, regio, sleutel, soort, partij, gemeente, aanbieder, referentie, toewijzing_nummer, bericht_id,
      begin, waarschuw, uiterlijk)
    select ${laan}, (select regio from laan_teller where laan = ${laan}), r.sleutel, r.soort, r.partij, r.gemeente,
      r.aanbieder, r.referentie, r.toewijzing_nummer, r.bericht_id, r.begin, r.waarschuw, r.uiterlijk
    from ${recordset(rijen, kolommen)}
    on conflict (laan, sleutel) do update set soort = excluded.soort, partij = excluded.partij,
      bericht_id = excluded.bericht_id, begin = excluded.begin, waarschuw = excluded.waarschuw,
      uiterlijk = excluded.uiterlijk, gewaarschuwd_op = null, verstreken_op = null, klaar_op = null`,
  ];
}

function end(laan: string, sleutels: readonly string[]): Statement[] {
  if (sleutels.length === 0) return [];
  return [
    sql`${KEEP}
    update termijn set klaar_op = now()
    where laan = ${laan} and sleutel = any(${sleutels}::text[]) and klaar_op is null`,
  ];
}
