import type { Scope } from '../../access/scope.ts';
import type { Status } from '../../verdict/verdict.ts';

/** So many deliveries that wait are counted; of more it is known that there are more. */
export const OVERVIEW_MOST = 1_000;

/** Today and the days before it. */
export const OVERVIEW_DAYS = 31;

export interface OverviewStore {
  /** Messages that came in from `van` on and before `tot`, by the hour or the day (Europe/Amsterdam) and by what became of them. */
  arrivals(vraag: {
    readonly scope: Scope;
    readonly van: Date;
    readonly tot: Date;
    readonly per: 'uur' | 'dag';
    readonly regio?: string;
  }): Promise<readonly Aankomst[]>;
  /** What was granted of a toewijzing (its own key), by the month in which the help ended; eurocents, credits subtracted. */
  budgetCurve(sleutel: string): Promise<readonly { readonly maand: string; readonly bedrag: number }[]>;
  /** What asks for somebody's attention now. */
  attention(vraag: { readonly scope: Scope; readonly vandaag: string; readonly regio?: string }): Promise<Aandacht>;
}

export interface Aankomst {
  /** `2026-11-27T08` or `2026-11-27` */
  readonly op: string;
  readonly status: Status;
  readonly aantal: number;
}

export interface Aandacht {
  readonly vastgelopen: number;
  /** Deliveries that were given up. */
  readonly mislukt: number;
  /** Deliveries that wait for a party to fetch and confirm them (at most one more than OVERVIEW_MOST), and the oldest. */
  readonly opTeHalen: number;
  readonly oudsteOpTeHalen: string | null;
  /** Terms that run: over their day, and with at most two days to go. */
  readonly overTijd: number;
  readonly bijna: number;
  /** Signaalbudgetten on whose latest signal nobody acted. */
  readonly budgetsignalen: number;
  readonly werkbak: number;
  /**
   * Declaraties that these parties sent in the last OVERVIEW_DAYS days and that the gateway did not grant whole; of who sees all
   * none. What a gemeente with a system of its own answered is not among them.
   */
  readonly declaraties: readonly {
    readonly type: 'JW323' | 'JW303';
    readonly status: Status;
    readonly aantal: number;
  }[];
  /** Messages that wait to be judged, per region; null is no region. */
  readonly wachtend: readonly { readonly regio: string | null; readonly aantal: number; readonly oudste: string }[];
}
