import type { Scope } from '../../access/scope.ts';
import type { SignaalStand } from '../../signaalbudget/signaal-stand.ts';

export interface BudgetStore {
  /** Signaalbudgetten with what was used of them, in order of their key. */
  budgets(
    filter: BudgetFilter & {
      /** Only those on whose latest signal nobody acted. */
      readonly signaal?: 'open';
      readonly soort?: SignaalbudgetBeeld['soort'];
      readonly na?: string;
      readonly limit: number;
    },
  ): Promise<SignaalbudgetBeeld[]>;
  /** Per gemeente, aanbieder and product: how many toewijzingen there are, and how many stay within the fixed budget. */
  budgetShares(filter: BudgetFilter): Promise<
    readonly {
      readonly gemeente: string;
      readonly aanbieder: string;
      readonly categorie: string | null;
      readonly code: string | null;
      readonly aantal: number;
      readonly binnen: number;
    }[]
  >;
}

/** Whose signaalbudgetten, at most. */
export interface BudgetFilter {
  readonly scope: Scope;
  readonly gemeente?: string;
  readonly aanbieder?: string;
  readonly regio?: string;
}

export interface SignaalbudgetBeeld {
  /** Paging key. */
  readonly sleutel: string;
  readonly gemeente: string;
  readonly aanbieder: string;
  readonly nummer: number | null;
  readonly categorie: string | null;
  readonly code: string | null;
  readonly ingangsdatum: string;
  readonly einddatum: string | null;
  readonly soort: 'standaard' | 'maatwerk';
  /** Eurocents. */
  readonly bedrag: number;
  readonly gebruikt: number;
  /** Last day of what was granted. */
  readonly gedeclareerdTot: string | null;
  /** Of the latest signal. */
  readonly signaalId: string | null;
  readonly signaalStand: SignaalStand | null;
}
