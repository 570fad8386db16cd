import { RETOURCODES } from '../../standard/codelists/retourcodes.ts';

/** Says no more than that something is wrong: then the finding itself is worth more. */
const SAYS_NOTHING = '0001';

/** What a cause is about, in the words of the standard; null where only the finding itself tells. */
export function causeMeans(regel: string, retourcode: string | null): string | null {
  if (regel === 'XSD') return 'De structuur of een waarde past niet bij de standaard.';
  if (regel.startsWith('POORT-')) return 'Het bestand is niet als bericht te lezen.';
  if (retourcode === null || retourcode === SAYS_NOTHING) return null;
  return RETOURCODES[retourcode] ?? null;
}
