import type { Bericht, Groep } from '../../../src/xml/tree.ts';
import { erbij, met, zonder } from '../builders.ts';
import { clienten, nullen, regels } from './declaraties.ts';
import type { Paar, Recept } from './recept.ts';

/** TR101: what a key of each klasse is, and one that stands twice. */

const ander = (nummer: string, code: string) =>
  [
    ['ToewijzingNummer', nummer],
    ['Product', { Categorie: '45', Code: code }],
  ] as const;

/** The second of two with these elements of the first. */
function tweede(basis: Bericht, element: string, velden: readonly (readonly [string, string | Groep])[]): Bericht {
  return met(basis, ...velden.map(([naam, waarde]) => [`${element}[2]/${naam}`, waarde] as const));
}

/** One more of what costs nothing, with another key and with the same. */
function nogEen(basis: Bericht, lijst: string, sleutel: string, goed: string, fout: string): Paar {
  const gratis = erbij(nullen(basis), lijst);
  const plaats = `${lijst}[${aantal(gratis, lijst)}]/${sleutel}`;
  return { goed: met(gratis, [plaats, goed]), fout: met(gratis, [plaats, fout]) };
}

function aantal({ inhoud }: Bericht, pad: string): number {
  let hier: unknown = inhoud;
  for (const stap of pad.split('/')) {
    const kind: unknown = (hier as Readonly<Record<string, unknown>>)[stap.replace('[1]', '')];
    hier = Array.isArray(kind) && stap.endsWith('[1]') ? kind[0] : kind;
  }
  return (hier as readonly unknown[]).length;
}

const REFERENTIE = 'ProductReferentie/ReferentieNummer';

const PER_KLASSE: Readonly<Record<string, (basis: Bericht, element: string) => Paar>> = {
  ToegewezenProduct: (b, e) => ({ goed: b, fout: tweede(b, e, [['ToewijzingNummer', '01001']]) }),
  Contact: (b, e) => ({ goed: b, fout: zonder(tweede(b, e, [['Soort', '01']]), `${e}[2]/Periode`) }),
  Relatie: (b, e) => ({ goed: erbij(b, e, { Nummer: '2' }), fout: erbij(b, e) }),
  StartProduct: (b, e) => ({ goed: b, fout: tweede(b, e, ander('1001', '45A01')) }),
  StopProduct: (b, e) => ({ goed: b, fout: tweede(b, e, ander('1001', '45A01')) }),
  AangevraagdProduct: (b, e) => ({ goed: b, fout: tweede(b, e, [['ReferentieAanbieder', 'R1']]), ook: ['TR383'] }),
  OngewijzigdProduct: (b, e) => ({ goed: erbij(b, e, { ToewijzingNummer: '1003' }), fout: erbij(b, e) }),
  TeWijzigenProduct: (b, e) => ({ goed: erbij(b, e, { ToewijzingNummer: '1003' }), fout: erbij(b, e) }),
  NieuwProduct: (b, e) => ({
    goed: erbij(b, e, { Product: { Categorie: '45', Code: '45A04' } }),
    fout: erbij(b, e),
    ook: ['TR410'],
  }),
  // The lines of the second client repeat keys of the first, which is no matter here: they lie in another Client.
  Client: (b, e) =>
    b.type === 'JW323'
      ? { goed: b, fout: tweede(b, e, [['Bsn', '999900006']]) }
      : nogEen(b, clienten(b), 'Bsn', '999900031', '999900006'),
  Prestatie: (b) =>
    b.type === 'JW323'
      ? { goed: b, fout: met(b, [`${regels(b)}[2]/${REFERENTIE}`, 'P1']) }
      : nogEen(b, regels(b), REFERENTIE, 'P77', 'P1'),
};

export const TR101: Recept = ({ basis, element }) => {
  const klasse = element.split('/').at(-1) ?? '';
  const paar = PER_KLASSE[klasse]?.(basis, element);
  if (paar === undefined) throw new Error(`no key known of ${klasse}`);
  return [paar];
};
