import type { Principal } from '../../access/principal.ts';
import { inAmsterdam } from '../../standard/datum.ts';
import type { DossierStore } from '../../store/dossier/contract.ts';
import type { Aandacht, Aankomst, OverviewStore } from '../../store/overview/contract.ts';
import type { Door } from '../door.ts';
import { type Address, findToewijzing } from '../dossiers.ts';

export { type Aandacht, type Aankomst, OVERVIEW_DAYS, OVERVIEW_MOST } from '../../store/overview/contract.ts';

export interface Arrivals {
  readonly van: Date;
  readonly tot: Date;
  readonly per: 'uur' | 'dag';
  readonly regio?: string;
}

/** Counts for the first page: of all that the asker may see. */
export interface Overview {
  /** What came in, by the hour or day and by what became of it. */
  arrivals(principal: Principal, vraag: Arrivals): Promise<readonly Aankomst[]>;
  /** What was used of a toewijzing by month; undefined when it is not in sight. */
  budgetCurve(principal: Principal, address: Address): Promise<readonly Verbruikt[] | undefined>;
  /** What asks for somebody's attention now. */
  attention(principal: Principal, regio?: string): Promise<Aandacht>;
}

/** Of one month; eurocents. */
export interface Verbruikt {
  readonly maand: string;
  readonly bedrag: number;
}

interface OverviewDeps {
  readonly door: Door;
  readonly store: OverviewStore & DossierStore;
}

export function overview({ door, store }: OverviewDeps): Overview {
  return {
    arrivals: async (principal, vraag) => store.arrivals({ ...vraag, scope: await door.enter(principal, 'page.view') }),
    budgetCurve: async (principal, address) => {
      const scope = await door.enter(principal, 'budget.list');
      const beeld = await findToewijzing(address, scope, await door.agreements(), store);
      return beeld === undefined ? undefined : store.budgetCurve(beeld.huidig.sleutel);
    },
    attention: async (principal, regio) =>
      store.attention({
        scope: await door.enter(principal, 'page.view'),
        vandaag: inAmsterdam(door.now()).datum,
        ...(regio === undefined ? {} : { regio }),
      }),
  };
}
