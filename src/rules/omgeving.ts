import type { Bericht } from '../xml/tree.ts';
import type { Klasse } from './klasse.ts';
import { leegLopend } from './lopend.ts';
import type { Omgeving } from './regel.ts';

/**
 * What a level 2 rule may look at: the message and nothing else. Asking for state is a bug in the catalogue, told at
 * once instead of being judged with an empty memory.
 */
export function alleenInhoud(bericht: Bericht, klassen: readonly Klasse[]): Omgeving {
  return {
    bericht,
    klassen,
    lopend: leegLopend(),
    get kennis(): never {
      throw new Error('a rule of level 2 asked for state');
    },
    get afspraken(): never {
      throw new Error('a rule of level 2 asked for the agreements');
    },
  };
}
