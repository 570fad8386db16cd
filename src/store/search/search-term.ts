import { createHash } from 'node:crypto';
import type { Zoekterm } from '../../dossier/zoekterm.ts';

/**
 * A term as it is stored: the first eight bytes of a SHA-256, so that a row and its place in the index are narrow and hold no
 * reference in the clear. The database makes the same (`zoekterm()`, migration 0011).
 */
export function termOf({ soort, waarde }: Zoekterm): string {
  return createHash('sha256').update(`${soort}|${waarde}`).digest().readBigInt64BE().toString();
}
