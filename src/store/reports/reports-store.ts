import type { Db } from '../engine/db.ts';
import { over } from '../engine/over.ts';
import { reporting } from '../engine/reporting.ts';
import type { TellingStore } from './contract.ts';
import { counts } from './counts.ts';
import { insightCells, insightCounts } from './insight-counts.ts';

/** The first page counts among the messages; what goes through all of them has sessions of its own, `reports`. */
export function reportsStore(db: Db, reports: Db): TellingStore {
  return {
    ...over(db, { counts }),
    insightCounts: (vraag) => reporting(reports, (trx) => insightCounts(trx, vraag)),
    insightCells: (kaart) => reporting(reports, (trx) => insightCells(trx, kaart)),
  };
}
