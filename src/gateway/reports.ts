import type { Principal } from '../access/principal.ts';
import { gemeentenWithin } from '../access/scope.ts';
import { afgeschermdeRijen, type Uitsnede } from '../reports/afscherming.ts';
import { kaartVan } from '../reports/kaart.ts';
import { afgeschermd } from '../reports/telling.ts';
import type { AfsprakenStore } from '../store/agreements/agreements-store.ts';
import type { TellingStore } from '../store/reports/contract.ts';
import type { Door } from './door.ts';

/** Messages by status, type and region, and what waits. */
export type Counts = Awaited<ReturnType<TellingStore['counts']>>;

const MEESTE_RIJEN = 50_000;

/** What is asked of the counts, and of which region or gemeente. */
export interface InsightQuery extends Omit<Uitsnede, 'gemeenten'> {
  readonly regio?: string | undefined;
  readonly gemeente?: string | undefined;
}

export interface Insight {
  readonly rijen: ReturnType<typeof afgeschermdeRijen>;
  /** Of the asker itself: nothing is shielded. */
  readonly eigen: boolean;
}

export interface Reports {
  /** Counts and sums without persons; shielded for whoever does not know the children. Undefined without agreements. */
  insight(principal: Principal, query: InsightQuery): Promise<Insight | undefined>;
  counts(principal: Principal): Promise<Counts>;
}

export interface ReportsDeps {
  readonly door: Door;
  readonly store: Pick<AfsprakenStore, 'latestAgreements'> & TellingStore;
}

export function reports({ door, store }: ReportsDeps): Reports {
  return {
    insight: async (principal, { regio, gemeente, ...gevraagd }) => {
      door.check(principal, 'report.insight');
      const document = (await store.latestAgreements())?.document;
      if (document === undefined) return undefined;
      const scope = await door.enter(principal, 'report.insight');
      const gemeenten = gemeentenWithin(scope, document, { regio, gemeente });
      const kaart = kaartVan(document);
      const tellingen = await store.insightCounts({ ...gevraagd, gemeenten, kaart, limit: MEESTE_RIJEN });
      const eigen = scope.kind === 'parties';
      if (eigen) return { eigen, rijen: tellingen.map((telling) => afgeschermd(telling, true)) };
      const { codes } = gemeenten;
      const uitsnede = { ...gevraagd, ...(codes === undefined ? {} : { gemeenten: codes }) };
      return { eigen, rijen: afgeschermdeRijen(tellingen, await store.insightCells(kaart), uitsnede) };
    },
    counts: async (principal) => store.counts(await door.enter(principal, 'report.counts')),
  };
}
