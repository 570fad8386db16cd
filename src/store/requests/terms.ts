import { sql } from 'kysely';
import { boundsOf } from '../../access/scope.ts';
import { termijnMelding } from '../../requests/termijn-teksten.ts';
import { type Db, recordset, rowsOf } from '../engine/db.ts';
import { isRijSleutel } from '../engine/uuid.ts';
import type { TermijnBeeld, TermijnStore } from './contract.ts';

interface TermijnRij extends Omit<TermijnBeeld, 'gewaarschuwdOp' | 'verstrekenOp'> {
  readonly gewaarschuwdOp: Date | null;
  readonly verstrekenOp: Date | null;
}

/** Terms that run, also those that are over time; oldest first. */
export async function terms(db: Db, filter: Parameters<TermijnStore['terms']>[0]): Promise<TermijnBeeld[]> {
  const { scope, soort, na, limit } = filter;
  const { partijen, regios } = boundsOf(scope);
  if (na !== undefined && !isRijSleutel(na)) return [];
  const voorbij = na === undefined ? sql`true` : sql`t.rij > ${na}::bigint`;
  const vanSoort = soort === undefined ? sql`true` : sql`t.soort = ${soort}`;
  const vanRegio = regios === undefined ? sql`true` : sql`(t.regio = any(${regios}::text[]) or t.regio is null)`;
  const vanPartij =
    partijen === undefined
      ? sql`true`
      : sql`(t.gemeente = any(${partijen}::text[]) or t.aanbieder = any(${partijen}::text[]))`;
  const rijen = await rowsOf(
    db,
    sql<TermijnRij>`
    select t.rij::text as id, t.soort, t.partij, t.gemeente, t.aanbieder, t.referentie,
      t.toewijzing_nummer as "toewijzingNummer", t.bericht_id as "berichtId", t.begin, t.uiterlijk,
      t.gewaarschuwd_op as "gewaarschuwdOp", t.verstreken_op as "verstrekenOp"
    from termijn t where t.klaar_op is null and ${vanPartij} and ${vanRegio} and ${vanSoort} and ${voorbij}
    order by t.rij limit ${limit}`,
  );
  return rijen.map((rij) => ({
    ...rij,
    gewaarschuwdOp: rij.gewaarschuwdOp?.toISOString() ?? null,
    verstrekenOp: rij.verstrekenOp?.toISOString() ?? null,
  }));
}

interface Vervallend extends Pick<TermijnBeeld, 'soort' | 'partij' | 'referentie' | 'toewijzingNummer' | 'uiterlijk'> {
  readonly rij: number;
  readonly laan: string;
  readonly regio: string | null;
  readonly onderwerp: string;
  readonly gemeente: string;
  readonly aanbieder: string;
  readonly verstreken: boolean;
}

/**
 * Raises the signals that are due on this day: one before the end of a term, one once it is over. Rows that another
 * process is at are left to it, and marking and signalling are one transaction, so each comes once. Gives how many.
 */
export async function raiseTermSignals(db: Db, vandaag: string, limit: number): Promise<number> {
  return db.transaction().execute(async (trx) => {
    const rijen = await rowsOf(
      trx,
      sql<Vervallend>`
      with nu as (
        (select rij from termijn where klaar_op is null and verstreken_op is null and uiterlijk < ${vandaag}::date
          order by uiterlijk limit ${limit} for update skip locked)
      ), straks as (
        (select rij from termijn where klaar_op is null and gewaarschuwd_op is null and waarschuw <= ${vandaag}::date
          and uiterlijk >= ${vandaag}::date order by waarschuw limit ${limit} for update skip locked)
      )
      update termijn t set gewaarschuwd_op = coalesce(t.gewaarschuwd_op, now()),
        verstreken_op = case when t.uiterlijk < ${vandaag}::date then now() else null end
      where t.rij in (select rij from nu union all select rij from straks)
      returning t.rij, t.laan, t.regio, t.bericht_id as onderwerp, t.soort, t.partij, t.gemeente, t.aanbieder, t.referentie,
        t.toewijzing_nummer as "toewijzingNummer", t.uiterlijk, t.uiterlijk < ${vandaag}::date as verstreken`,
    );
    await signal(trx, rijen);
    return rijen.length;
  });
}

async function signal(db: Db, termijnen: readonly Vervallend[]): Promise<void> {
  if (termijnen.length === 0) return;
  const rijen = [...termijnen]
    .sort((a, b) => a.rij - b.rij)
    .map((t) => ({
      ...{ laan: t.laan, regio: t.regio, onderwerp: t.onderwerp, gemeente: t.gemeente, aanbieder: t.aanbieder },
      nummer: t.toewijzingNummer,
      melding: termijnMelding(t.verstreken ? 'verstreken' : 'nadert', t),
    }));
  const kolommen = 'laan text, regio text, onderwerp uuid, gemeente text, aanbieder text, nummer bigint, melding text';
  await sql`
    insert into signaal (laan, regio, onderwerp, soort, gemeente, aanbieder, toewijzing_nummer, percentage, melding)
    select r.laan, r.regio, r.onderwerp, 'termijn', r.gemeente, r.aanbieder, r.nummer, null, r.melding
    from ${recordset(rijen, kolommen)}`.execute(db);
}
