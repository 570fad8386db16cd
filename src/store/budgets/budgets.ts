import { sql } from 'kysely';
import { boundsOf } from '../../access/scope.ts';
import { type Db, rowsOf } from '../engine/db.ts';
import { over } from '../engine/over.ts';
import { inTime } from '../engine/reporting.ts';
import { isId } from '../engine/uuid.ts';
import type { BudgetFilter, BudgetStore, SignaalbudgetBeeld } from './contract.ts';

/** Both go through many toewijzingen: sessions for reports, and so long. */
export function budgetsStore(reports: Db): BudgetStore {
  const ask = over(reports, { budgets, budgetShares });
  return {
    budgets: (filter) => inTime(() => ask.budgets(filter)),
    budgetShares: (filter) => inTime(() => ask.budgetShares(filter)),
  };
}

/** Toewijzingen with a signaalbudget that this filter sees, removed ones left out. */
function gezien({ scope, gemeente, aanbieder, regio }: BudgetFilter) {
  const { partijen, regios } = boundsOf(scope);
  const grenzen = [
    sql`t.signaalbudget_bedrag is not null and t.reden_wijziging is distinct from '13'`,
    partijen === undefined
      ? sql`true`
      : sql`(t.gemeente = any(${partijen}::text[]) or t.aanbieder = any(${partijen}::text[]))`,
    regios === undefined
      ? sql`true`
      : sql`exists (select from laan_teller l where l.laan = t.laan and (l.regio = any(${regios}::text[]) or l.regio is null))`,
    regio === undefined
      ? sql`true`
      : sql`exists (select from laan_teller l where l.laan = t.laan and l.regio = ${regio})`,
    gemeente === undefined ? sql`true` : sql`t.gemeente = ${gemeente}`,
    aanbieder === undefined ? sql`true` : sql`t.aanbieder = ${aanbieder}`,
  ];
  return sql.join(grenzen, sql` and `);
}

const GEBRUIKT = sql`
  select coalesce(sum(case when p.debet_credit = 'D' then p.bedrag else -p.bedrag end), 0)::bigint as gebruikt,
    max(p.einde) filter (where p.debet_credit = 'D') as tot
  from prestatie p where p.toewijzing = t.sleutel and p.stand <> 'afgewezen'`;

async function budgets(db: Db, filter: Parameters<BudgetStore['budgets']>[0]): Promise<SignaalbudgetBeeld[]> {
  const { na, limit, signaal, soort } = filter;
  if (na !== undefined && !isId(na)) return [];
  const voorbij = na === undefined ? sql`true` : sql`t.sleutel > ${na}::uuid`;
  const metSignaal = signaal === undefined ? sql`true` : sql`s.stand = ${signaal}`;
  const vanSoort = soort === undefined ? sql`true` : sql`t.signaalbudget_soort = ${soort}`;
  return rowsOf(
    db,
    sql<SignaalbudgetBeeld>`
    select t.sleutel::text as sleutel, t.gemeente, t.aanbieder, t.nummer, t.categorie, t.code, t.ingangsdatum, t.einddatum,
      t.signaalbudget_soort as soort, t.signaalbudget_bedrag as bedrag, u.gebruikt, u.tot as "gedeclareerdTot",
      s.id as "signaalId", s.stand as "signaalStand"
    from toewijzing t cross join lateral (${GEBRUIKT}) u left join lateral (
      select rij::text as id, coalesce(stand, 'open') as stand from signaal
      where gemeente = t.gemeente and toewijzing_nummer = t.nummer and soort = 'signaalbudget' order by rij desc limit 1) s
      on true
    where ${gezien(filter)} and ${vanSoort} and ${metSignaal} and ${voorbij} order by t.sleutel limit ${limit}`,
  );
}

/**
 * A toewijzing stays within the fixed budget while it needs no maatwerk and no more than its ceiling was granted. One with
 * maatwerk counts as outside, however little of it is used: the fixed budget was not enough for the plan.
 */
async function budgetShares(db: Db, filter: BudgetFilter): ReturnType<BudgetStore['budgetShares']> {
  return rowsOf(
    db,
    sql<Awaited<ReturnType<BudgetStore['budgetShares']>>[number]>`
    select t.gemeente, t.aanbieder, t.categorie, t.code, count(*)::bigint as aantal,
      count(*) filter (where t.signaalbudget_soort = 'standaard' and u.gebruikt <= t.signaalbudget_bedrag)::bigint as binnen
    from toewijzing t cross join lateral (${GEBRUIKT}) u
    where ${gezien(filter)} group by t.gemeente, t.aanbieder, t.categorie, t.code
    order by t.gemeente, t.aanbieder, t.categorie, t.code`,
  );
}
