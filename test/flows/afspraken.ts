import type { AfsprakenDocument, Contract, Gemeente, Product, Regime } from '../../src/agreements/document.ts';

/** Amstelveen assigns at once; Purmerend decides itself; Aalsmeer has a system of its own, and so has one aanbieder. */
export const AMSTELVEEN = '0362';
export const PURMEREND = '0439';
export const AALSMEER = '0358';
export const AANBIEDER = '42420001';
export const EIGEN = '42420002';

function gemeente(code: string, naam: string, regio: string): Gemeente {
  const postadres = {
    organisatie: `Gemeente ${naam}`,
    postcode: '1180BA',
    straatnaam: 'Postbus',
    huisnummer: 4,
    plaatsnaam: naam,
  };
  return { code, naam, regio, geldigVan: '2015-01-01', geldigTot: null, opvolger: null, postadres };
}

function regime(code: string, gemeenten: readonly string[], toewijzen: Regime['toewijzen']): Regime {
  return {
    ...{ code, naam: code, gemeenten, geldigVan: '2022-01-01', geldigTot: null },
    ...{ variant: 'inspanningsgericht', toewijzen, signaalPercentage: 75 },
  };
}

function product(regimeCode: string, code: string, anders: Partial<Product> = {}): Product {
  return {
    ...{ regime: regimeCode, categorie: code.slice(0, 2), code, naam: code, zorgcategorie: 'ambulant', eenheid: '01' },
    ...{
      signaalbudget: null,
      verwijzers: ['01', '02', '03', '04', '05'],
      maxDagen: null,
      leeftijdVan: null,
      leeftijdTot: 18,
    },
    ...anders,
  };
}

function contract(agb: string, regimeCode: string): Contract {
  return {
    ...{ nummer: `${regimeCode}-${agb}`, regime: regimeCode, aanbieder: agb, geldigVan: '2022-01-01', geldigTot: null },
    rol: 'hoofdaannemer',
    producten: [
      { code: '45A01', tarief: 150, tariefEenheid: '01' },
      { code: '45A02', tarief: 8500, tariefEenheid: '04' },
      { code: '44A01', tarief: 9000, tariefEenheid: '16' },
    ],
  };
}

const REGIMES = [regime('AUTO', [AMSTELVEEN, AALSMEER], 'automatisch'), regime('ZELF', [PURMEREND], 'gemeente')];

export const AFSPRAKEN: AfsprakenDocument = {
  versie: 'flows',
  regios: [
    { code: 'AA', naam: 'Amsterdam-Amstelland' },
    { code: 'ZAWA', naam: 'Zaanstreek-Waterland' },
  ],
  gemeenten: [
    gemeente(AMSTELVEEN, 'Amstelveen', 'AA'),
    { ...gemeente(AALSMEER, 'Aalsmeer', 'AA'), retour: 'eigen' },
    gemeente(PURMEREND, 'Purmerend', 'ZAWA'),
  ],
  aanbieders: [
    { agb: AANBIEDER, naam: 'Voorbeeld Jeugdhulp', retour: 'gateway' },
    { agb: EIGEN, naam: 'Eigen Systeem Jeugdhulp', retour: 'eigen' },
  ],
  regimes: REGIMES,
  producten: REGIMES.flatMap(({ code }) => [
    product(code, '45A01', { signaalbudget: 500_000 }),
    product(code, '45A02', { signaalbudget: 300_000 }),
    product(code, '44A01', { zorgcategorie: 'verblijf', eenheid: '16', verwijzers: ['01', '04'] }),
  ]),
  contracten: REGIMES.flatMap(({ code }) => [contract(AANBIEDER, code), contract(EIGEN, code)]),
};
