import type { Release } from '../../../standard/message-types.ts';
import type { Bericht } from '../../../xml/tree.ts';
import type { Decor } from '../../decor.ts';
import { type Sjabloon, sjabloon } from '../../scenario.ts';
import { type UitgangspuntSoort, uitgangspunt } from '../../uitgangspunt.ts';

export const OUD: readonly Release[] = ['2.3'];
export const NIEUW: readonly Release[] = ['3.2'];
export const BEIDE: readonly Release[] = ['2.3', '3.2'];

type Wijzig = (bericht: Bericht, decor: Decor) => Bericht;

/**
 * A row for a rule about the content of one message: what to change in a message that nothing is wrong with.
 * @param eerst what to change in both the failing message and its twin
 */
export function inhoud(
  regel: string,
  type: UitgangspuntSoort,
  releases: readonly Release[],
  fout: Wijzig,
  { naam = '', eerst = (b) => b }: { readonly naam?: string; readonly eerst?: Wijzig } = {},
): Sjabloon {
  const maak = (decor: Decor) => {
    const begin = uitgangspunt(decor, type);
    const goed = eerst(begin.goed, decor);
    return { ...begin, goed, fout: fout(goed, decor) };
  };
  return sjabloon(regel, releases, maak, naam);
}
