import type { ClientSleutel } from './client-sleutel.ts';

/** The current version of a toewijzing (T): highest Toewijzingsdatum + Toewijzingstijd, ties to the later (IV013). */
export interface Toewijzing {
  /** Own key, release-neutral: ToewijzingNummer may be absent in iJW 2.3. Stays the same over versions. */
  readonly sleutel: string;
  /** The gemeentecode under which it was sent; may be a predecessor of the one that now asks. */
  readonly gemeente: string;
  readonly aanbieder: string;
  readonly client: ClientSleutel;
  readonly nummer: number | null;
  readonly categorie: string | null;
  readonly code: string | null;
  readonly ingangsdatum: string;
  readonly einddatum: string | null;
  readonly toewijzingsdatum: string;
  readonly toewijzingstijd: string;
  readonly redenWijziging: string | null;
  readonly volume: number | null;
  readonly eenheid: string | null;
  readonly frequentie: string | null;
  /** Eurocents. */
  readonly budget: number | null;
  readonly referentieAanbieder: string | null;
  /** The JW301 that brought this version. */
  readonly berichtId: string;
  /** True until an aanbieder with `retour: eigen` has accepted it. */
  readonly voorlopig: boolean;
  readonly signaalbudget: Signaalbudget | null;
}

export interface Signaalbudget {
  readonly soort: 'standaard' | 'maatwerk';
  /** Ceiling, eurocents. */
  readonly bedrag: number;
}
