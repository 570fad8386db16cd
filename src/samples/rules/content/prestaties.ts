import type { Release } from '../../../standard/message-types.ts';
import type { Bericht } from '../../../xml/tree.ts';
import type { Decor } from '../../decor.ts';
import { declaratie } from '../../messages/declaratie.ts';
import { jw301, product, toegewezen } from '../../messages/toewijzing.ts';
import { type Sjabloon, sjabloon } from '../../scenario.ts';

const KOP: Readonly<Record<string, string>> = { JW323: 'Declaratie/', JW325: 'DeclaratieAntwoord/' };

/** Where the lines of the first client of a declaratie or its answer stand. */
export function prestatiesIn({ type }: Pick<Bericht, 'type'>): string {
  return `${KOP[type] ?? ''}Clienten/Client[1]/Prestaties/Prestatie`;
}

/** A declaratie of fifty euros on a toewijzing in euros (Eenheid 83). */
export function euros(
  regel: string,
  releases: readonly Release[],
  fout: (bericht: Bericht, decor: Decor) => Bericht,
): Sjabloon {
  const omvang = { Volume: '500000', Eenheid: '83', Frequentie: '6' };
  const maak = (d: Decor) => {
    const goed = declaratie(d, [{ code: '46A01', eenheid: '83', volume: 5000, tarief: null }]);
    const voor = [jw301(d, [toegewezen(d, { Product: product('46A01'), Omvang: omvang })])];
    return { voor, goed, fout: fout(goed, d) };
  };
  return sjabloon(regel, releases, maak, 'in-euro');
}
