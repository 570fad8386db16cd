import type { GemeentenScope, Scope } from '../../access/scope.ts';
import type { ClientSleutel } from '../../dossier/client-sleutel.ts';
import type { Cel } from '../../reports/bouwstenen.ts';
import type { Kaart } from '../../reports/kaart.ts';
import type { Telling } from '../../reports/telling.ts';
import type { Indeling } from '../../reports/verdelingen.ts';
import type { SignaalStand } from '../../signaalbudget/signaal-stand.ts';
import type { Signaal } from '../../verdict/verdict.ts';

/** What is asked about signaalbudgetten and their signals, and counts without persons. */
export interface InzichtStore {
  /** Signaalbudgetten with what was used of them, in order of their key. */
  budgets(filter: BudgetFilter & { readonly na?: string; readonly limit: number }): Promise<SignaalbudgetBeeld[]>;
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
  /** Counts and sums without persons (`GET /inzicht`). */
  insightCounts(vraag: InzichtVraag): Promise<Telling[]>;
  /** All facts at their finest, of everybody: what shielded answers are made of, whatever is asked. */
  insightCells(kaart: Kaart): Promise<Cel[]>;
  /** The aanbieder to speak to for a client; null: nobody. */
  setContactPoint(zet: {
    readonly gemeente: string;
    readonly client: ClientSleutel;
    readonly aanbieder: string | null;
    readonly door: string;
    readonly op: Date;
  }): Promise<void>;
  contactPoint(
    gemeenten: readonly string[],
    client: ClientSleutel,
  ): Promise<{ readonly aanbieder: string; readonly op: string } | undefined>;
  signal(id: string, scope: Scope): Promise<SignaalBeeld | undefined>;
  /** False when it is no longer in one of the states `van`. */
  setSignalState(zet: {
    readonly id: string;
    readonly van: readonly SignaalStand[];
    readonly wordt: SignaalStand;
    readonly door: string;
    readonly toelichting: string | null;
    readonly op: Date;
  }): Promise<boolean>;
}

export interface SignaalBeeld extends Signaal {
  readonly id: string;
  readonly op: string;
  /** What the parties do with it; null unless it is of a signaalbudget. */
  readonly stand: SignaalStand | null;
  readonly standOp: string | null;
}

/** What insight is asked for; months as `2026-03`. */
export interface InzichtVraag {
  readonly per: readonly Indeling[];
  readonly kaart: Kaart;
  readonly gemeenten: GemeentenScope;
  readonly van?: string;
  readonly tot?: string;
  readonly limit: number;
}

/** Whose signaalbudgetten, at most. */
export interface BudgetFilter {
  readonly scope: Scope;
  readonly gemeente?: string;
  readonly aanbieder?: string;
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
