import { createHash } from 'node:crypto';
import type { Toewijzing } from '../../dossier/toewijzing.ts';

/** What a toewijzing is known by: its number between these parties for this client; without one, its product and start. */
export type ToewijzingKenmerk = Pick<
  Toewijzing,
  'gemeente' | 'aanbieder' | 'client' | 'nummer' | 'categorie' | 'code' | 'ingangsdatum'
>;

/**
 * The own key of a toewijzing that is not known, a UUID. It follows from what the toewijzing is known by, so that one that
 * the aanbieder refused and the gemeente gives again takes up the prestaties that were booked on it in between: under a
 * key of chance the same months could be granted twice. The number stands first: keys that are made together lie together
 * in an index.
 */
export function toewijzingSleutel(kenmerk: ToewijzingKenmerk): string {
  const { gemeente, aanbieder, client, nummer, categorie, code, ingangsdatum } = kenmerk;
  const naam = nummer === null ? [categorie, code, ingangsdatum] : [nummer];
  const hash = createHash('sha256')
    .update(JSON.stringify([gemeente, aanbieder, client, ...naam]))
    .digest('hex');
  const voor = nummer === null ? hash.slice(-8) : nummer.toString(16).padStart(8, '0');
  return `${voor}-${hash.slice(0, 4)}-${hash.slice(4, 8)}-${hash.slice(8, 12)}-${hash.slice(12, 24)}`;
}
