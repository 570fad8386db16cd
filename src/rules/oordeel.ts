import type { Bevinding } from '../findings/bevinding.ts';
import type { Lopend } from './regel.ts';

/** What levels 2 to 4 make of one message. Positions (lijn, kolom) are filled in by the caller, from the position index. */
export interface Oordeel {
  /** The level that rejects; null when nothing does. A JW323/JW303 that is refused line by line has 3 or 4 here as well. */
  readonly niveau: 2 | 3 | 4 | null;
  readonly bevindingen: readonly Bevinding[];
  /**
   * Retourcodes by klasse pad, each code once, in order of rule code. Empty at level 2: the header's 0001 is the
   * answer's business.
   */
  readonly codes: ReadonlyMap<string, readonly string[]>;
  /** Paths of klassen that were not assessed (0233): the prestaties of a rejected client. */
  readonly nietBeoordeeld: ReadonlySet<string>;
  /** What the message would change if all that got no code takes effect. */
  readonly lopend: Lopend;
}
