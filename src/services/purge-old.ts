import type { KeepTerms } from '../config/bewaartermijnen.ts';
import type { Logger } from '../log/logger.ts';
import { BY_DAY } from '../store/keeping/by.ts';
import type { KeepStore } from '../store/keeping/contract.ts';

export interface PurgeDeps {
  readonly store: KeepStore;
  readonly terms: KeepTerms;
  readonly now: () => Date;
  readonly logger: Logger;
}

/** Removes what was kept as long as it may be; several processes may try, one does it. */
export async function purgeOld({ store, terms, now, logger }: PurgeDeps, goOn: () => boolean): Promise<number> {
  const report = await store.purge({ terms, now: now(), dryRun: false, by: BY_DAY, goOn });
  if (report.kind === 'busy' || report.tables.length === 0) return 0;
  const rows = Object.fromEntries(report.tables.map(({ table, rows }) => [table, rows]));
  logger.info('what was kept as long as it may be was removed', { rows });
  return Object.values(rows).reduce((all, some) => all + some, 0);
}
