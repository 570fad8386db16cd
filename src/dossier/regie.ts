import type { ClientSleutel } from './client-sleutel.ts';

/** A start or stop that was received and not removed (R). */
export interface RegieRecord {
  readonly soort: 'start' | 'stop';
  readonly client: ClientSleutel;
  /** Null for taakgericht work. */
  readonly toewijzingNummer: number | null;
  readonly categorie: string | null;
  readonly code: string | null;
  readonly begindatum: string;
  /** Of a stop; null for a start. */
  readonly einddatum: string | null;
  readonly redenBeeindiging: string | null;
  readonly toewijzingIngangsdatum: string | null;
  readonly berichtId: string;
  /** Order of receipt within the lane; later is higher. */
  readonly volgorde: number;
}
