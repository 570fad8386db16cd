import { sql } from 'kysely';
import { boundsOf } from '../../access/scope.ts';
import { termijnMelding } from '../../requests/termijn-teksten.ts';
import { type Db, recordset, rowsOf } from '../engine/db.ts';
import { over } from '../engine/over.ts';
import { isRijSleutel } from '../engine/uuid.ts';
import type { RowOf } from '../tables/column-set.ts';
import { TERMIJN } from '../tables/tasks/termijn.ts';
import type { TermijnBeeld, TermijnStore } from './contract.ts';

export function termsStore(db: Db) {
  return over(db, { terms, raiseTermSignals });
}

const GETOOND = TERMIJN.pick(
  'soort',
  'partij',
  'gemeente',
  'aanbieder',
  'referentie',
  'toewijzing_nummer',
  'bericht_id',
  'begin',
  'uiterlijk',
  'gewaarschuwd_op',
  'verstreken_op',
);

/** Terms that run, also those that are over time; oldest first. */
async function terms(db: Db, filter: Parameters<TermijnStore['terms']>[0]): Promise<TermijnBeeld[]> {
  const { scope, soort, regio, voor, na, limit } = filter;
  const { partijen, regios } = boundsOf(scope);
  if (na !== undefined && !isRijSleutel(na)) return [];
  const voorbij = na === undefined ? sql`true` : sql`t.rij > ${na}::bigint`;
  const vanSoort = soort === undefined ? sql`true` : sql`t.soort = ${soort}`;
  const vanRegio = regios === undefined ? sql`true` : sql`(t.regio = any(${regios}::text[]) or t.regio is null)`;
  const inRegio = regio === undefined ? sql`true` : sql`t.regio = ${regio}`;
  const opTijd = voor === undefined ? sql`true` : sql`t.uiterlijk < ${voor}::date`;
  const vanPartij =
    partijen === undefined
      ? sql`true`
      : sql`(t.gemeente = any(${partijen}::text[]) or t.aanbieder = any(${partijen}::text[]))`;
  const rijen = await rowsOf(
    db,
    sql<RowOf<typeof GETOOND> & { readonly id: string }>`
    select t.rij::text as id, ${GETOOND.select('t')}
    from termijn t where t.klaar_op is null and ${vanPartij} and ${vanRegio} and ${inRegio} and ${vanSoort}
      and ${opTijd} and ${voorbij}
    order by t.rij limit ${limit}`,
  );
  return rijen.map((rij) => ({
    ...rij,
    gewaarschuwdOp: rij.gewaarschuwdOp?.toISOString() ?? null,
    verstrekenOp: rij.verstrekenOp?.toISOString() ?? null,
  }));
}

/** A term that is due soon, or over. */
export type DueTerm = Pick<Vervallend, 'onderwerp' | 'laan' | 'gemeente' | 'aanbieder' | 'verstreken'>;

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
 * process has locked are skipped (skip locked), and marking and signalling are one transaction, so each comes once.
 * Gives what it raised.
 */
async function raiseTermSignals(db: Db, vandaag: string, limit: number): Promise<DueTerm[]> {
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
    return rijen;
  });
}

async function signal(db: Db, termijnen: readonly Vervallend[]): Promise<void> {
  if (termijnen.length === 0) return;
  const rijen = [...termijnen]
    .sort((a, b) => a.rij - b.rij)
    .map((t) => ({
      termijn: String(t.rij),
      ...{ laan: t.laan, regio: t.regio, onderwerp: t.onderwerp, gemeente: t.gemeente, aanbieder: t.aanbieder },
      nummer: t.toewijzingNummer,
      verstreken: t.verstreken,
      melding: termijnMelding(t.verstreken ? 'verstreken' : 'nadert', t),
    }));
  const kolommen =
    'termijn text, laan text, regio text, onderwerp uuid, gemeente text, aanbieder text, nummer bigint, melding text, verstreken boolean';
  await sql`
    with r as materialized (
      select r.*, row_number() over () as nr from ${recordset(rijen, kolommen)}
    ), nieuw as (
      insert into signaal (laan, regio, onderwerp, soort, gemeente, aanbieder, toewijzing_nummer, percentage, melding)
      select r.laan, r.regio, r.onderwerp, 'termijn', r.gemeente, r.aanbieder, r.nummer, null, r.melding
      from r order by r.nr returning rij
    )
    insert into gebeurtenis (laan, onderwerp, soort, gegevens)
    select r.laan, r.onderwerp, 'termijn', json_build_object(
      'termijn', r.termijn, 'signaal', n.rij::text, 'gemeente', r.gemeente, 'aanbieder', r.aanbieder, 'verstreken', r.verstreken)
    from r join (select rij, row_number() over (order by rij) as nr from nieuw) n on n.nr = r.nr order by r.nr`.execute(
    db,
  );
}
