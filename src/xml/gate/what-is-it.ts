import type { Bevinding } from '../../findings/bevinding.ts';
import { leesbareBytes } from '../readable-bytes.ts';
import { wortelVan } from '../root.ts';
import { vreemdBestand } from './foreign-file.ts';
import { vreemdeWortel } from './foreign-root.ts';
import { poortBevinding } from './poort-bevinding.ts';
import { GRENZEN } from './poort-meldingen.ts';

/**
 * What bytes are that name no message of a supported release, and what to do: the same finding that the gate gives, by a
 * bounded look, for whoever refuses them before anything is stored.
 */
export function watIsHet(bytes: Uint8Array): Bevinding {
  const bestand = vreemdBestand(bytes);
  if (bestand !== null) return bestand;
  const wortel = wortelVan(leesbareBytes(bytes.subarray(0, 2 * GRENZEN.startTag)));
  return wortel === null ? poortBevinding('POORT-LEEG') : vreemdeWortel(wortel);
}
