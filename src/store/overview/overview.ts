import { type RawBuilder, sql } from 'kysely';
import { boundsOf, type Scope } from '../../access/scope.ts';
import { plusDagen } from '../../standard/datum.ts';
import { type Db, firstOf, rowsOf } from '../engine/db.ts';
import { over } from '../engine/over.ts';
import { both, idBounds, received, ofParties as sentOrGot } from '../search/conditions.ts';
import { type Aandacht, type Aankomst, OVERVIEW_DAYS, OVERVIEW_MOST, type OverviewStore } from './contract.ts';

/** Counts go through a month of messages: sessions for reports. */
export function overviewStore(db: Db, reports: Db): OverviewStore {
  return { ...over(reports, { arrivals }), ...over(db, { attention, budgetCurve }) };
}

/**
 * Of the same messages as the list of them has (`messages`, richting `in`): by the moment of receipt, which of one that was
 * refused and sent again is the second.
 */
async function arrivals(db: Db, vraag: Parameters<OverviewStore['arrivals']>[0]): Promise<readonly Aankomst[]> {
  const { scope, per, regio } = vraag;
  const vorm = per === 'uur' ? 'YYYY-MM-DD"T"HH24' : 'YYYY-MM-DD';
  const { partijen } = boundsOf(scope);
  const tussen = both([sql`b.richting = 'in'`, ...received(vraag), inRegions(scope, sql`b.regio`, regio)]);
  const opTijd = both(idBounds(vraag, sql`b.id`));
  const opnieuw = both([
    ...received(vraag, sql`b.opnieuw_op`),
    partijen === undefined ? sql`true` : sentOrGot(partijen),
  ]);
  const eerst =
    partijen === undefined
      ? sql`select b.id, b.status, b.ontvangen_op from bericht b where ${opTijd} and ${tussen}`
      : sql`select b.id, b.status, b.ontvangen_op from bericht b
            where b.partij = any(${partijen}::text[]) and ${opTijd} and ${tussen}
          union select b.id, b.status, b.ontvangen_op from aflevering a join bericht b on b.id = a.bericht_id
            where a.partij = any(${partijen}::text[]) and ${both(idBounds(vraag, sql`a.bericht_id`))} and ${tussen}`;
  return rowsOf(
    db,
    sql<Aankomst>`
    select to_char(m.ontvangen_op at time zone 'Europe/Amsterdam', ${vorm}) as op, m.status, count(*)::bigint as aantal
    from (${eerst} union select b.id, b.status, b.ontvangen_op from bericht b where ${opnieuw} and ${tussen}) m
    group by 1, 2 order by 1, 2`,
  );
}

async function budgetCurve(db: Db, sleutel: string): ReturnType<OverviewStore['budgetCurve']> {
  return rowsOf(
    db,
    sql<Awaited<ReturnType<OverviewStore['budgetCurve']>>[number]>`
    select to_char(p.einde, 'YYYY-MM') as maand,
      sum(case when p.debet_credit = 'D' then p.bedrag else -p.bedrag end)::bigint as bedrag
    from prestatie p where p.toewijzing = ${sleutel}::uuid and p.stand <> 'afgewezen' group by 1 order by 1`,
  );
}

/** In its regions or in none, and in the one that is asked for. */
function inRegions(scope: Scope, kolom: RawBuilder<unknown>, regio?: string): RawBuilder<unknown> {
  const { regios } = boundsOf(scope);
  const eigen = regios === undefined ? sql`true` : sql`(${kolom} = any(${regios}::text[]) or ${kolom} is null)`;
  return regio === undefined ? eigen : sql`(${eigen} and ${kolom} = ${regio})`;
}

/** Of one of its parties, where it has some. */
function ofParties(scope: Scope, ...kolommen: readonly RawBuilder<unknown>[]): RawBuilder<unknown> {
  const { partijen } = boundsOf(scope);
  if (partijen === undefined) return sql`true`;
  return sql`(${sql.join(
    kolommen.map((kolom) => sql`${kolom} = any(${partijen}::text[])`),
    sql` or `,
  )})`;
}

/**
 * The oldest of what is open. By the key alone the planner would walk all that was ever delivered up to the first that is open;
 * so it sorts what is open, which is counted beside it anyway.
 */
const NOT_BY_KEY = sql`a.rij + 0`;

/** What parties declared lately and was refused, whole or in part, by the index of lists; also what was refused and sent again. */
function refusedDeclaraties(scope: Scope, vandaag: string, regio?: string): RawBuilder<unknown> {
  const { partijen } = boundsOf(scope);
  if (partijen === undefined) return sql`'[]'::json`;
  const van = plusDagen(vandaag, 1 - OVERVIEW_DAYS);
  // That day begins in Amsterdam one or two hours before it does in UTC.
  const voorMiddernacht = new Date(Date.parse(van) - 2 * 3_600_000);
  const sinds = sql`(${van}::date::timestamp at time zone 'Europe/Amsterdam')`;
  const welke = sql`b.partij = any(${partijen}::text[]) and b.type in ('JW323', 'JW303')
    and b.status in ('afgekeurd', 'deels-goedgekeurd', 'geweigerd') and b.richting = 'in' and ${inRegions(scope, sql`b.regio`, regio)}`;
  return sql`coalesce((select json_agg(d) from (
    select m.type, m.status, count(*)::int as aantal from (
      select b.id, b.type, b.status from bericht b
      where ${welke} and b.ontvangen_op >= ${sinds} and ${both(idBounds({ van: voorMiddernacht }, sql`b.id`))}
      union select b.id, b.type, b.status from bericht b where b.opnieuw_op >= ${sinds} and ${welke}) m
    group by 1, 2 order by 1, 2) d), '[]')`;
}

/**
 * What waits is found by its lane, which knows how far it was judged, and what was quarantined by an index of its own: by their
 * status alone the whole index of lists would be read, at each look of everybody who may see all regions.
 */
async function attention(
  db: Db,
  { scope, vandaag, regio }: Parameters<OverviewStore['attention']>[0],
): Promise<Aandacht> {
  const bericht = sql`${inRegions(scope, sql`b.regio`, regio)} and ${ofParties(scope, sql`b.partij`)}`;
  const aflevering = sql`${inRegions(scope, sql`b.regio`, regio)} and ${ofParties(scope, sql`a.partij`)}`;
  const tijd = sql`klaar_op is null and ${inRegions(scope, sql`regio`, regio)} and ${ofParties(scope, sql`gemeente`, sql`aanbieder`)}`;
  const rij = await firstOf(
    db,
    sql<Aandacht>`
    select
      (select count(*) from bericht b where b.status = 'vastgelopen' and ${bericht})::int as vastgelopen,
      (select count(distinct a.bericht_id) from aflevering a join bericht b on b.id = a.bericht_id
        where not a.bevestigd and a.status = 'mislukt' and ${aflevering})::int as mislukt,
      (select count(*) from (select distinct a.bericht_id from aflevering a join bericht b on b.id = a.bericht_id
        where not a.bevestigd and a.status <> 'mislukt' and ${aflevering} limit ${sql.lit(OVERVIEW_MOST + 1)}) w)::int as "opTeHalen",
      (select a.op from aflevering a join bericht b on b.id = a.bericht_id
        where not a.bevestigd and a.status <> 'mislukt' and ${aflevering} order by ${NOT_BY_KEY} limit 1)::text as "oudsteOpTeHalen",
      (select count(*) from termijn where uiterlijk < ${vandaag}::date and ${tijd})::int as "overTijd",
      (select count(*) from termijn where uiterlijk between ${vandaag}::date and ${plusDagen(vandaag, 2)}::date and ${tijd})::int
        as bijna,
      (select count(*) from signaal s join toewijzing t on t.gemeente = s.gemeente and t.nummer = s.toewijzing_nummer
        where s.soort = 'signaalbudget' and coalesce(s.stand, 'open') = 'open'
        and t.signaalbudget_bedrag is not null and t.reden_wijziging is distinct from '13'
        and not exists (select from signaal n where n.gemeente = s.gemeente and n.toewijzing_nummer = s.toewijzing_nummer
          and n.soort = 'signaalbudget' and n.rij > s.rij)
        and ${inRegions(scope, sql`s.regio`, regio)}
        and ${ofParties(scope, sql`s.gemeente`, sql`s.aanbieder`)})::int as budgetsignalen,
      (select count(*) from werkbak where gesloten_op is null and ${inRegions(scope, sql`regio`, regio)}
        and ${ofParties(scope, sql`gemeente`)})::int as werkbak,
      ${refusedDeclaraties(scope, vandaag, regio)} as declaraties,
      coalesce((select json_agg(w) from (
        select b.regio, count(*)::int as aantal, min(b.wacht_sinds) as oudste from laan_teller t
        left join laan l on l.laan = t.laan cross join lateral (
          select * from bericht b where b.laan = t.laan and b.volgnummer > coalesce(l.beoordeeld_tot, 0) offset 0) b
        where t.volgnummer > coalesce(l.beoordeeld_tot, 0) and b.status = 'ontvangen' and ${bericht}
        group by b.regio order by b.regio nulls last) w), '[]') as wachtend`,
  );
  if (rij === undefined) throw new Error('counts gave no row');
  const iso = (op: string) => new Date(op).toISOString();
  const { oudsteOpTeHalen: oudste } = rij;
  return {
    ...rij,
    oudsteOpTeHalen: oudste === null ? null : iso(oudste),
    wachtend: rij.wachtend.map((w) => ({ ...w, oudste: iso(w.oudste) })),
  };
}
