import { stelJw304Samen } from '../../replies/declaratie/jw304.ts';
import { stelJw325Samen } from '../../replies/declaratie/jw325.ts';
import type { Bericht } from '../../xml/tree.ts';
import type { Decor } from '../decor.ts';
import { met } from '../wijzig.ts';

/** What a gemeente with a system of its own answers on a declaratie of several lines: these are refused (9322). */
export function antwoordOp(decor: Decor, heen: Bericht, geweigerd: readonly number[]): Bericht {
  const oud = heen.type === 'JW303';
  const lijst = `/Bericht/${oud ? '' : 'Declaratie/'}Clienten/Client/Prestaties/Prestatie`;
  return (oud ? stelJw304Samen : stelJw325Samen)({
    declaratie: heen,
    oordeel: {
      niveau: 3,
      bevindingen: [],
      codes: new Map(geweigerd.map((plaats) => [`${lijst}[${plaats}]`, ['9322']])),
      nietBeoordeeld: new Set(),
      lopend: { regie: [], verwijderd: [], prestaties: [] },
    },
    identificatie: `A${decor.nummer}`,
    dagtekening: decor.vandaag,
    regelsVersie: '1.0.0',
  });
}

/** The same message under an Identificatie that another one of the set can name. */
export function alsHeen(decor: Decor, bericht: Bericht): Bericht {
  if (bericht.type === 'JW303') return bericht;
  return met(bericht, ['Header/BerichtIdentificatie/Identificatie', `H${decor.nummer}`]);
}
