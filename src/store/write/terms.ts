import { sql } from 'kysely';
import type { Termijn } from '../../requests/termijnen.ts';
import { type Db, KEEP, recordset } from '../db.ts';
import type { TeSchrijven } from '../store.ts';

/** Terms that begin or are over; where one transaction says both of one sleutel, the last counts. */
export async function writeTerms(db: Db, laan: string, verdicts: readonly TeSchrijven[]): Promise<void> {
  const laatste = new Map<string, Termijn | null>();
  for (const wijziging of verdicts.flatMap(({ verdict }) => verdict.termijnen ?? [])) {
    if (wijziging.kind === 'done') laatste.set(wijziging.sleutel, null);
    else laatste.set(wijziging.termijn.sleutel, wijziging.termijn);
  }
  const lopend = [...laatste.values()].filter((termijn) => termijn !== null);
  await begin(db, laan, lopend);
  await end(
    db,
    laan,
    [...laatste].flatMap(([sleutel, termijn]) => (termijn === null ? [sleutel] : [])),
  );
}

async function begin(db: Db, laan: string, termijnen: readonly Termijn[]): Promise<void> {
  if (termijnen.length === 0) return;
  const rijen = termijnen.map((t) => ({
    ...{ sleutel: t.sleutel, soort: t.soort, partij: t.partij, gemeente: t.gemeente, aanbieder: t.aanbieder },
    ...{ referentie: t.referentie, toewijzing_nummer: t.toewijzingNummer, bericht_id: t.berichtId },
    ...{ begin: t.begin, waarschuw: t.waarschuw, uiterlijk: t.uiterlijk },
  }));
  const kolommen =
    'sleutel text, soort text, partij text, gemeente text, aanbieder text, referentie text, toewijzing_nummer bigint, ' +
    'bericht_id uuid, begin date, waarschuw date, uiterlijk date';
  await sql`${KEEP}
    insert into termijn (laan, regio, sleutel, soort, partij, gemeente, aanbieder, referentie, toewijzing_nummer, bericht_id,
      begin, waarschuw, uiterlijk)
    select ${laan}, (select regio from laan_teller where laan = ${laan}), r.sleutel, r.soort, r.partij, r.gemeente,
      r.aanbieder, r.referentie, r.toewijzing_nummer, r.bericht_id, r.begin, r.waarschuw, r.uiterlijk
    from ${recordset(rijen, kolommen)}
    on conflict (laan, sleutel) do update set soort = excluded.soort, partij = excluded.partij,
      bericht_id = excluded.bericht_id, begin = excluded.begin, waarschuw = excluded.waarschuw,
      uiterlijk = excluded.uiterlijk, gewaarschuwd_op = null, verstreken_op = null, klaar_op = null`.execute(db);
}

async function end(db: Db, laan: string, sleutels: readonly string[]): Promise<void> {
  if (sleutels.length === 0) return;
  await sql`${KEEP}
    update termijn set klaar_op = now()
    where laan = ${laan} and sleutel = any(${sleutels}::text[]) and klaar_op is null`.execute(db);
}
