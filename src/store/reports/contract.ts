import type { GemeentenScope, Scope } from '../../access/scope.ts';
import type { Cel } from '../../reports/bouwstenen.ts';
import type { Kaart } from '../../reports/kaart.ts';
import type { Telling } from '../../reports/telling.ts';
import type { Indeling } from '../../reports/verdelingen.ts';
import type { Status } from '../../verdict/verdict.ts';

/** Counts without persons. */
export interface TellingStore {
  /** Counts for the first view: status × type × region, and what waits per region. */
  counts(scope: Scope): Promise<{
    readonly berichten: readonly {
      readonly regio: string | null;
      readonly type: string | null;
      readonly status: Status;
      readonly aantal: number;
    }[];
    readonly wachtend: readonly { readonly regio: string; readonly aantal: number }[];
  }>;
  /** Counts and sums without persons (`GET /inzicht`). */
  insightCounts(vraag: InzichtVraag): Promise<Telling[]>;
  /** All facts at their finest, of everybody: what shielded answers are made of, whatever is asked. */
  insightCells(kaart: Kaart): Promise<Cel[]>;
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
