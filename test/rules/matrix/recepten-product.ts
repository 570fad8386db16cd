import type { ElementPath } from '../../../src/standard/path.ts';
import type { Bericht, Groep } from '../../../src/xml/tree.ts';
import { waardeVan } from '../../../src/xml/tree.ts';
import { erbij, met, zonder } from '../builders.ts';
import { boven, dagen, dagVan, erin, type Recept, totKlasse, waarde, weg } from './recept.ts';
import { CONTACTPERIODE } from './recepten-persoon.ts';

/** Products that are assigned, asked for, started and stopped; requests and the answers to them. */

const PRODUCT = /^(ToegewezenProduct|AangevraagdProduct|NieuwProduct|TeWijzigenProduct)$/;
const BEGIN: Readonly<Record<string, ElementPath>> = {
  ToegewezenProduct: 'Ingangsdatum',
  AangevraagdProduct: 'ToewijzingIngangsdatum',
  NieuwProduct: 'GewensteIngangsdatum',
  TeWijzigenProduct: 'GewensteIngangsdatum',
  StopProduct: 'Begindatum',
};

const klasseVan = (element: string) => totKlasse(element, PRODUCT);

/** Of another categorie than the rest, without code, with a budget: what an aspecific product looks like. */
function metBudget(basis: Bericht, klasse: string): Bericht {
  const kaal = zonder(met(basis, [`${klasse}/Budget`, '500000']), `${klasse}/Omvang`);
  return klasse.endsWith('TeWijzigenProduct') ? kaal : met(kaal, [`${klasse}/Product`, { Categorie: '46' }]);
}

/** Its only product, without Product, Omvang or Budget. */
function enkel(basis: Bericht, klasse: string): Bericht {
  const [eerste] = lijst(basis, klasse);
  return zonder(met(basis, [klasse, [eerste ?? {}]]), `${klasse}[1]/Product`, `${klasse}[1]/Omvang`);
}

function lijst({ inhoud }: Bericht, pad: string): readonly Groep[] {
  let hier: unknown = inhoud;
  for (const stap of pad.split('/')) hier = (hier as Readonly<Record<string, unknown>>)[stap];
  return hier as readonly Groep[];
}

const omvang = (eenheid: string, frequentie: string) => ({ Volume: '3', Eenheid: eenheid, Frequentie: frequentie });

/** The end of the period, on its first day and the day before. */
const einde: Recept = (opgave) => {
  const { basis, element } = opgave;
  if (element.includes('Contact')) return CONTACTPERIODE(opgave);
  const klasse = boven(element);
  const naam = klasse.split('/').at(-1) ?? '';
  const [eerste] = lijst(basis, klasse);
  const veld = BEGIN[naam];
  const begin = veld === undefined ? '' : (waardeVan(eerste ?? {}, veld) ?? '');
  return [{ goed: met(basis, [element, begin]), fout: met(basis, [element, dagen(begin, -1)]) }];
};

/** CD080, CD095, CD096: with a code, or over before 2021, an Omvang may stand. */
const zonderCode: Recept = ({ basis, element }) => {
  const klasse = boven(element);
  const fout = met(basis, [`${klasse}/Product`, { Categorie: '46' }]);
  return [{ goed: met(basis, [`${klasse}/Product`, { Categorie: '46', Code: '46A01' }]), fout }];
};

const frequentie: Recept = ({ basis, element }) =>
  ['14', '16', '83', '84'].flatMap((eenheid) =>
    // 84 and its kind do not exist in 2.3.
    basis.release === '2.3' && eenheid === '84'
      ? []
      : [{ goed: met(basis, [element, omvang(eenheid, '6')]), fout: met(basis, [element, omvang(eenheid, '1')]) }],
  );

const stapelt: Recept = ({ basis, element }) => [
  { goed: basis, fout: met(basis, [`${element}[2]/Product/Code`, '45A01']) },
];

const verwijzer =
  (goed: Groep, fout: Groep): Recept =>
  ({ basis, element }) => {
    const pad = boven(element);
    return [{ goed: met(basis, [pad, goed]), fout: met(basis, [pad, fout]) }];
  };

const NAAM = { Naam: 'Huisarts Voorbeeld' };
const CODE = { ZorgverlenerCode: '01000001' };

export const PRODUCT_RECEPTEN: Readonly<Record<string, Recept>> = {
  CD041: weg,
  CD043: ({ basis, element }) => {
    const nummer = `${boven(element)}/BeschikkingNummer`;
    return [
      { goed: basis, fout: zonder(basis, element) },
      { goed: zonder(basis, element, nummer), fout: zonder(basis, nummer) },
    ];
  },
  CD066: verwijzer({ Type: '02', ...CODE }, { Type: '02', ...NAAM, ...CODE }),
  CD067: verwijzer({ Type: '05', ...NAAM }, { Type: '05' }),
  CD068: verwijzer({ Type: '01' }, { Type: '01', ...CODE }),
  CD075: ({ basis, element }) => {
    const goed = metBudget(basis, klasseVan(element));
    return [{ goed, fout: zonder(goed, element) }];
  },
  CD076: ({ basis, element }) => {
    const goed = met(basis, [`${klasseVan(element)}/Omvang`, omvang('01', '2')]);
    return [{ goed, fout: zonder(goed, element) }];
  },
  CD077: ({ basis, element }) => {
    const goed = metBudget(basis, klasseVan(element));
    return [{ goed, fout: met(goed, [element, omvang('83', '6')], ...metProduct(element)), ook: ['CD078'] }];
  },
  CD078: erin('500000', 'CD077'),
  CD079: ({ basis, element }) => {
    const fout = enkel(basis, klasseVan(element));
    return [{ goed: met(fout, [`${klasseVan(element)}[1]/Budget`, '500000']), fout }];
  },
  CD080: zonderCode,
  CD095: zonderCode,
  CD096: zonderCode,
  CS003: einde,
  TR018: einde,
  CS058: ({ basis, element }) => ['2', '9'].map((status) => ({ goed: basis, fout: met(basis, [element, status]) })),
  CS335: ({ basis, element }) => {
    const einddatum = `${boven(element)}/Einddatum`;
    const fout = met(basis, [element, '13']);
    return [{ goed: met(fout, [einddatum, '2026-04-01']), fout }];
  },
  CS336: waarde('12', '01'),
  CS338: frequentie,
  CS343: frequentie,
  TR302: stapelt,
  TR386: stapelt,
  TR410: ({ basis, element }) => [
    {
      goed: erbij(basis, element, { GewensteIngangsdatum: '2027-01-01', Einddatum: '2027-12-31' }),
      fout: erbij(basis, element, { GewensteIngangsdatum: '2026-12-31', Einddatum: '2027-12-31' }),
    },
  ],
  TR380: ({ basis, element }) => {
    const dag = dagVan(basis);
    return [{ goed: met(basis, [element, dagen(dag, 1)]), fout: met(basis, [element, dag]) }];
  },
  TR383: ({ basis, element }) => [
    { goed: basis, fout: met(basis, [`${boven(element)}[2]/ReferentieAanbieder`, 'R1']), ook: ['TR101'] },
  ],
  TR352: ({ basis, element }) => {
    const goed = zonder(basis, `${element}/TeWijzigenProducten`);
    return [{ goed, fout: zonder(goed, `${element}/OngewijzigdeProducten`) }];
  },
  TR353: ({ basis, element }) => {
    const goed = zonder(basis, `${element}/TeWijzigenProducten`);
    return [{ goed, fout: zonder(goed, `${element}/NieuweProducten`) }];
  },
  CD085: ({ basis, element }) => {
    const goed = zonder(met(basis, [element, '5']), 'Antwoord/Woonplaatsbeginsel');
    return [{ goed, fout: zonder(goed, element) }];
  },
  CD086: ({ basis, element }) => {
    const goed = met(basis, ['Antwoord', { ReferentieAanbieder: 'R1', VerzoekAntwoord: '2' }]);
    return [{ goed, fout: met(goed, [element, '5']) }];
  },
  TR377: weg,
  TR409: ({ basis, element }) => {
    const fout = met(basis, ['Antwoord/RedenAfwijzingVerzoek', '5']);
    return [{ goed: zonder(fout, element), fout }];
  },
};

/** A code, which an Omvang asks for (CD080), where the klasse has a Product. */
function metProduct(element: string): (readonly [string, Groep])[] {
  const klasse = klasseVan(element);
  return klasse.endsWith('TeWijzigenProduct') ? [] : [[`${klasse}/Product`, { Categorie: '46', Code: '46A01' }]];
}
