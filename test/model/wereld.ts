/** The small world of the model test. It imports nothing of the product: the model reads the same agreements as the gateway. */

export const VANDAAG = '2026-06-15';
export const ONTVANGEN_OP = `${VANDAAG}T10:00:00.000Z`;
/** The same moment on the clocks in Amsterdam. */
export const NU = '12:00:00';

export const AMSTELVEEN = '0362';
export const PURMEREND = '0439';
export const AALSMEER = '0358';
export const GEMEENTEN = [AMSTELVEEN, PURMEREND, AALSMEER] as const;
export const AANBIEDERS = ['42420001', '42420002', '42420003'] as const;
/** Parties with a system of their own, which composes its own answers. */
const EIGEN: readonly string[] = [AALSMEER, '42420003'];
export const isEigen = (partij: string) => EIGEN.includes(partij);
export const CLIENTEN = ['999900006', '999900018', '999900031'] as const;

/** An ambulant product by the minute, one by the hour, one that nobody has a contract for, output by the piece; and one that nobody knows. */
export const MINUTEN = '45A01';
export const UREN = '45A02';
export const ZONDER_CONTRACT = '45A03';
export const STUKS = '41B01';
export const ONBEKEND = '45A99';

export interface Soort {
  readonly categorie: string;
  readonly eenheid: string;
  /** Eurocents. */
  readonly tarief: number;
  readonly ambulant: boolean;
  readonly maxDagen: number | null;
}
const AMBULANT = { categorie: '45', eenheid: '01', tarief: 150, ambulant: true, maxDagen: null };
export const SOORTEN: Readonly<Record<string, Soort>> = {
  [MINUTEN]: AMBULANT,
  [ZONDER_CONTRACT]: AMBULANT,
  [UREN]: { categorie: '45', eenheid: '04', tarief: 8500, ambulant: false, maxDagen: 60 },
  [STUKS]: { categorie: '41', eenheid: '82', tarief: 12_345, ambulant: false, maxDagen: null },
};
export const categorieVan = (code: string) => SOORTEN[code]?.categorie ?? code.slice(0, 2);

/** Eurocents: the fixed signaalbudget of an ambulant product. */
export const BUDGET: Readonly<Record<string, number>> = {
  [AMSTELVEEN]: 30_000,
  [PURMEREND]: 20_000,
  [AALSMEER]: 30_000,
};

/** What each aanbieder has a contract for, by gemeente. */
export const CONTRACT: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  [AMSTELVEEN]: { '42420001': [MINUTEN, UREN, STUKS], '42420002': [MINUTEN], '42420003': [MINUTEN, UREN] },
  [AALSMEER]: { '42420001': [MINUTEN, UREN, STUKS], '42420003': [MINUTEN] },
  [PURMEREND]: { '42420001': [MINUTEN, UREN] },
};

/** What was agreed about JW303: declaraties or facturen; nothing where both will do. */
export const FACTURATIE: Readonly<Record<string, 'declaratie' | 'factuur'>> = {
  [PURMEREND]: 'factuur',
  [AALSMEER]: 'declaratie',
};

const retourVan = (partij: string) => (isEigen(partij) ? ('eigen' as const) : ('gateway' as const));
const regimeVan = (gemeente: string) => `R${gemeente}`;

const product = (gemeente: string, [code, soort]: [string, Soort]) => ({
  regime: regimeVan(gemeente),
  categorie: soort.categorie,
  code,
  naam: code,
  zorgcategorie: soort.ambulant ? ('ambulant' as const) : ('overig' as const),
  eenheid: soort.eenheid,
  signaalbudget: soort.ambulant ? (BUDGET[gemeente] ?? 0) : null,
  verwijzers: ['02'],
  maxDagen: soort.maxDagen,
  leeftijdVan: null,
  leeftijdTot: 18,
});

const contractregel = (code: string) => {
  const { tarief = 0, eenheid = '01' } = SOORTEN[code] ?? {};
  return { code, tarief, tariefEenheid: eenheid };
};

function facturatie(gemeente: string) {
  const vorm = FACTURATIE[gemeente];
  return vorm === undefined ? {} : { facturatie: { vorm, uiterlijkeMaanden: 12 } };
}

export const AFSPRAKEN = {
  versie: 'model',
  regios: [{ code: 'AA', naam: 'Amsterdam-Amstelland' }],
  gemeenten: GEMEENTEN.map((code) => ({
    code,
    naam: code,
    regio: 'AA',
    geldigVan: '2015-01-01',
    geldigTot: null,
    opvolger: null,
    retour: retourVan(code),
    postadres: {
      organisatie: 'Gemeente',
      postcode: '1180BA',
      straatnaam: 'Postbus',
      huisnummer: 4,
      plaatsnaam: 'Hier',
    },
  })),
  aanbieders: AANBIEDERS.map((agb) => ({ agb, naam: agb, retour: retourVan(agb) })),
  regimes: GEMEENTEN.map((gemeente) => ({
    code: regimeVan(gemeente),
    naam: gemeente,
    gemeenten: [gemeente],
    geldigVan: '2022-01-01',
    geldigTot: null,
    variant: 'inspanningsgericht' as const,
    toewijzen: gemeente === AMSTELVEEN ? ('automatisch' as const) : ('gemeente' as const),
    signaalPercentage: 75,
    ...facturatie(gemeente),
  })),
  producten: GEMEENTEN.flatMap((g) => Object.entries(SOORTEN).map((soort) => product(g, soort))),
  contracten: Object.entries(CONTRACT).flatMap(([gemeente, per]) =>
    Object.entries(per).map(([aanbieder, codes]) => ({
      nummer: `C-${gemeente}-${aanbieder}`,
      regime: regimeVan(gemeente),
      aanbieder,
      geldigVan: '2022-01-01',
      geldigTot: null,
      rol: 'hoofdaannemer' as const,
      producten: codes.map(contractregel),
    })),
  ),
};
