import { type RawBuilder, sql } from 'kysely';
import type { ClientSleutel } from '../../dossier/client-sleutel.ts';
import { type Db, recordset, rowsOf } from '../engine/db.ts';
import { type Cutoffs, earliest } from './cutoffs.ts';

/** All that one child has with one aanbieder in one gemeente: it stays or goes as a whole. */
export interface Unit {
  readonly gemeente: string;
  readonly aanbieder: string;
  readonly client: string;
  /** The last day on which something of it was so. */
  readonly last: string;
}

/**
 * The last day of each row of a child, by which the whole is kept. What is not over has none: a toewijzing without end (unless
 * it was removed, RedenWijziging 13), a request or werkbak item that waits for a decision.
 */
const LAST_DAYS = sql.raw(`
  select gemeente, aanbieder, client,
    case when reden_wijziging = '13' then toewijzingsdatum else coalesce(einddatum, 'infinity') end as last
  from toewijzing
  union all select gemeente, aanbieder, client, toewijzingsdatum from toewijzing_versie
  union all select gemeente, aanbieder, client, greatest(begindatum, einddatum) from regie
  union all select gemeente, aanbieder, client, case when stand in ('open', 'onderzoek') then 'infinity'
    else greatest(dagtekening, ingangsdatum, beslist_op::date) end from verzoek
  union all select gemeente, aanbieder, client, coalesce(gesloten_op::date, 'infinity') from werkbak
  union all select gemeente, aanbieder, client, op::date from client_gegevens`);

/**
 * Those whose time is over, and that no line of a declaratie needs that is kept longer; `of`: of these children only,
 * so that a look at some does not put together what all have.
 */
export async function dueUnits(db: Db, cutoff: Cutoffs, of: readonly Unit[] | null = null): Promise<Unit[]> {
  const before = earliest(cutoff('dossier'), cutoff('werk'));
  const which = of === null ? sql`true` : sql`client = any(${of.map(({ client }) => client)}::text[])`;
  return rowsOf(
    db,
    sql<Unit>`
    with eenheid as (
      select gemeente, aanbieder, client, max(last) as last from (${LAST_DAYS}) dag
      where ${which} group by gemeente, aanbieder, client having max(last) < ${before}::date
    )
    select gemeente, aanbieder, client, last::text as last from eenheid e where not exists (
      select from toewijzing t join prestatie p on p.toewijzing = t.sleutel join bericht b on b.id = p.bericht_id
      where t.gemeente = e.gemeente and t.aanbieder = e.aanbieder and t.client = e.client
        and b.ontvangen_op >= ${cutoff('declaraties')}::timestamptz)
    order by aanbieder, client, gemeente`,
  );
}

/** The last day of each unit of a child; null of one that is not over. */
export async function lastDays(
  db: Db,
  client: ClientSleutel,
): Promise<(Omit<Unit, 'last'> & { readonly last: string | null })[]> {
  return rowsOf(
    db,
    sql<Omit<Unit, 'last'> & { readonly last: string | null }>`
    select gemeente, aanbieder, client, nullif(max(last)::text, 'infinity') as last from (${LAST_DAYS}) dag
    where client = ${client} group by gemeente, aanbieder, client order by gemeente, aanbieder`,
  );
}

/** These units as rows `e` to join with. */
export function unitRows(units: readonly Unit[], alias = 'e'): RawBuilder<unknown> {
  return recordset(units, 'gemeente text, aanbieder text, client text, last date', alias);
}

/** A unit as one text, as `ofNone` makes of a row. */
export function nameOf({ gemeente, aanbieder, client }: Omit<Unit, 'last'>): string {
  return `${gemeente}|${aanbieder}|${client}`;
}

/**
 * Whether row `x` is of none of these units. Their names as one list, which PostgreSQL looks up by hash: as rows to
 * compare with, tens of thousands of them were gone through for each row of a dossier.
 */
export function ofNone(units: readonly Unit[]): RawBuilder<unknown> {
  return sql`(x.gemeente || '|' || x.aanbieder || '|' || x.client) <> all(${units.map(nameOf)}::text[])`;
}
