import type { ClientSleutel } from './client-sleutel.ts';

export type PrestatieStand = 'toegekend' | 'voorlopig' | 'afgewezen';

/** A prestatie that was judged (D). */
export interface PrestatieRecord {
  readonly referentie: string;
  readonly vorigeReferentie: string | null;
  readonly toewijzing: string | null;
  readonly toewijzingNummer: number | null;
  readonly client: ClientSleutel;
  readonly categorie: string;
  readonly code: string;
  readonly begin: string;
  readonly einde: string;
  readonly volume: number;
  readonly eenheid: string;
  readonly tarief: number | null;
  /** Eurocents, never negative; the sign is in debetCredit. */
  readonly bedrag: number;
  readonly debetCredit: 'D' | 'C';
  readonly stand: PrestatieStand;
  readonly berichtId: string;
}
