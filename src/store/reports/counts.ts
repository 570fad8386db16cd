import { sql } from 'kysely';
import { type Db, rowsOf } from '../engine/db.ts';
import type { TellingStore } from './contract.ts';

/** Counts for the first page: one pass over an index, and one over the lanes. */
export async function counts(db: Db): ReturnType<TellingStore['counts']> {
  const berichten = await rowsOf(
    db,
    sql<Awaited<ReturnType<TellingStore['counts']>>['berichten'][number]>`
    select regio, type, status, count(*) as aantal from bericht group by regio, type, status order by regio, type, status`,
  );
  const wachtend = await rowsOf(
    db,
    sql<{ regio: string; aantal: number }>`
    select coalesce(t.regio, 'LANDELIJK') as regio, sum(t.volgnummer - coalesce(l.beoordeeld_tot, 0))::bigint as aantal
    from laan_teller t left join laan l on l.laan = t.laan group by 1 order by 1`,
  );
  return { berichten, wachtend };
}
