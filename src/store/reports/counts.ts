import { sql } from 'kysely';
import { type Scope, sees } from '../../access/scope.ts';
import { type Db, rowsOf } from '../engine/db.ts';
import type { TellingStore } from './contract.ts';

/** What counts call the lanes without a region. */
const ZONDER_REGIO = 'LANDELIJK';

/** Counts for the first page, of what parties sent: what the gateway composed is nobody's. One pass over an index, and one over the lanes. */
export async function counts(db: Db, scope: Scope): ReturnType<TellingStore['counts']> {
  const berichten = await rowsOf(
    db,
    sql<Awaited<ReturnType<TellingStore['counts']>>['berichten'][number]>`
    select regio, type, status, count(*) as aantal from bericht where richting = 'in' group by regio, type, status order by regio, type, status`,
  );
  const wachtend = await rowsOf(
    db,
    sql<{ regio: string; aantal: number }>`
    select coalesce(t.regio, ${ZONDER_REGIO}) as regio, sum(t.volgnummer - coalesce(l.beoordeeld_tot, 0))::bigint as aantal
    from laan_teller t left join laan l on l.laan = t.laan group by 1 order by 1`,
  );
  const binnen = ({ regio }: { readonly regio: string | null }) => sees(scope, { parties: [], regio });
  return {
    berichten: berichten.filter(binnen),
    wachtend: wachtend.filter(({ regio }) => binnen({ regio: regio === ZONDER_REGIO ? null : regio })),
  };
}
