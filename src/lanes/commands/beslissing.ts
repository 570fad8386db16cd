import type { RelatieInvoer } from '../../replies/relatie.ts';
/** The gemeente's decision on a request; fields that the besluit does not use are null. */
export interface Beslissing {
  readonly item: string;
  readonly besluit: 'toewijzen' | 'afwijzen' | 'onderzoek';
  /** RedenAfwijzingVerzoek, with `afwijzen`. */
  readonly reden: string | null;
  /** The gemeente that is responsible, with reason 8 (woonplaatsbeginsel). */
  readonly woonplaats: string | null;
  readonly toelichting: string | null;
  /** With `toewijzen`: what differs from what was asked. */
  readonly toewijzing: BeslissingToewijzing | null;
  /** With `toewijzen`: the gezagsdrager, for the JW301. */
  readonly relatie: RelatieInvoer | null;
  readonly idempotentie: string | null;
}

export interface BeslissingToewijzing {
  readonly categorie: string | null;
  readonly code: string | null;
  readonly ingangsdatum: string | null;
  readonly einddatum: string | null;
  readonly volume: number | null;
  readonly eenheid: string | null;
  readonly frequentie: string | null;
  /** Eurocents. */
  readonly budget: number | null;
  /** Which signaalbudget; null: by the agreements. */
  readonly soort: 'standaard' | 'maatwerk' | null;
  /** Of a maatwerksignaalbudget, eurocents; null: the value of what is assigned. */
  readonly bedrag: number | null;
}
