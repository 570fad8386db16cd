import type { Toewijzing } from '../dossier/toewijzing.ts';
import type { Groep } from '../xml/tree.ts';

/** What differs from what was asked (IV094); null: as asked. */
export type Anders = {
  readonly [Veld in
    | 'categorie'
    | 'code'
    | 'ingangsdatum'
    | 'einddatum'
    | 'volume'
    | 'eenheid'
    | 'frequentie'
    | 'budget']: Toewijzing[Veld] | null;
};

/** Which signaalbudget the gemeente gives; without a choice the agreements decide (docs/decisions/signaalbudget.md). */
export type BudgetKeuze =
  /** The fixed one of the product, whatever was asked. */
  | { readonly soort: 'standaard' }
  /** A ceiling of its own, eurocents; null: the value of what is assigned. */
  | { readonly soort: 'maatwerk'; readonly bedrag: number | null };

/** What the gemeente decides on a request in its werkbak. */
export type Besluit =
  | {
      readonly besluit: 'toewijzen';
      readonly anders: Anders;
      readonly budget?: BudgetKeuze | null;
      /** Who has authority over the child (OP002): a Relatie of the JW301, with or without its number. */
      readonly relatie?: Groep | null;
    }
  /** RedenAfwijzingVerzoek (WJ759), and with woonplaatsbeginsel (8) the gemeente that is responsible. */
  | { readonly besluit: 'afwijzen'; readonly reden: string; readonly woonplaats?: string | null }
  | { readonly besluit: 'onderzoek' };

/** Nothing differs. */
export const ZOALS_GEVRAAGD: Anders = {
  categorie: null,
  code: null,
  ingangsdatum: null,
  einddatum: null,
  volume: null,
  eenheid: null,
  frequentie: null,
  budget: null,
};

export function wijktAf(anders: Anders): boolean {
  return Object.values(anders).some((veld) => veld !== null);
}
