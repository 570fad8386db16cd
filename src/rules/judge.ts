import type { Afspraken } from '../agreements/afspraken.ts';
import type { Bericht } from '../xml/tree.ts';
import type { Kennis } from './kennis-lookups.ts';
import type { Oordeel } from './oordeel.ts';

/** Level 2 alone: what can be judged with nothing but the message (`ijw-gateway check`). */
export function judgeContent(_bericht: Bericht): Oordeel {
  throw new Error('to be written');
}

/** Levels 2 to 4, in that order; never stops at the first error within a level (DESIGN decision 13). */
export function judge(_bericht: Bericht, _kennis: Kennis, _afspraken: Afspraken): Oordeel {
  throw new Error('to be written');
}
