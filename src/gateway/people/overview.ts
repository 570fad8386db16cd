import type { Principal } from '../../access/principal.ts';
import { inAmsterdam } from '../../standard/datum.ts';
import type { Aandacht, Aankomst, OverviewStore } from '../../store/overview/contract.ts';
import type { Door } from '../door.ts';

export { type Aandacht, type Aankomst, OVERVIEW_MOST } from '../../store/overview/contract.ts';

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
  /** What asks for somebody's attention now. */
  attention(principal: Principal, regio?: string): Promise<Aandacht>;
}

export function overview({ door, store }: { readonly door: Door; readonly store: OverviewStore }): Overview {
  return {
    arrivals: async (principal, vraag) => store.arrivals({ ...vraag, scope: await door.enter(principal, 'page.view') }),
    attention: async (principal, regio) =>
      store.attention({
        scope: await door.enter(principal, 'page.view'),
        vandaag: inAmsterdam(door.now()).datum,
        ...(regio === undefined ? {} : { regio }),
      }),
  };
}
