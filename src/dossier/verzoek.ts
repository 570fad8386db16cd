import type { ClientSleutel } from './client-sleutel.ts';

export type VerzoekStand = 'open' | 'onderzoek' | 'toegewezen' | 'afgewezen';

/** One ReferentieAanbieder: an AangevraagdProduct of a JW315 or a whole JW317 (V). */
export interface VerzoekRecord {
  readonly referentie: string;
  readonly soort: 'VOT' | 'VOW';
  readonly client: ClientSleutel;
  readonly stand: VerzoekStand;
  /** How many JW319 messages were given for it. */
  readonly antwoorden: number;
  readonly berichtId: string;
  readonly release: string;
  readonly dagtekening: string;
  /** ToewijzingIngangsdatum (JW315) or the earliest GewensteIngangsdatum (JW317). */
  readonly ingangsdatum: string;
}
