import type { AfsprakenDocument, Product, Retour } from '../agreements/document.ts';
import type { Omstandigheid } from './decor.ts';

/** What a set may want otherwise than the usual agreements. */
export interface AndereAfspraken {
  /** Who composes the answers of the gemeente. */
  readonly retour?: Retour;
  /** iJW 2.3: declaratie (432) or factuur (450), and within how many months. */
  readonly facturatie?: { readonly vorm: 'declaratie' | 'factuur'; readonly uiterlijkeMaanden: number };
}

/** Was merged into its successor; its code is valid for what began before. */
export const OUDE_GEMEENTE = { code: '0370', naam: 'Beemster', tot: '2021-12-31' };
export const OPVOLGER = { code: '0439', naam: 'Purmerend' };
const REGIME = 'VOORBEELD';

/**
 * The agreements that go with a set. Requests wait for the gemeente, so that no message of a set but its own changes what
 * is known. Tariffs are eurocents: 45A01 and 45A03 per minute, 45A02 and 45A04 per hour, 44A01 per etmaal, 46A01 agreed per case.
 */
export function afspraken({ gemeente, aanbieder }: Omstandigheid, anders: AndereAfspraken = {}): AfsprakenDocument {
  const { retour = 'gateway', facturatie } = anders;
  const codes = [...new Set([gemeente, OPVOLGER.code, OUDE_GEMEENTE.code])];
  return {
    versie: 'voorbeelden-per-regel',
    regios: [{ code: 'AA', naam: 'Voorbeeldregio' }],
    gemeenten: codes.map((code) => ({
      code,
      naam: `Gemeente ${code}`,
      regio: 'AA',
      geldigVan: '2015-01-01',
      geldigTot: code === OUDE_GEMEENTE.code ? OUDE_GEMEENTE.tot : null,
      opvolger: code === OUDE_GEMEENTE.code ? OPVOLGER.code : null,
      retour,
      postadres: {
        organisatie: `Gemeente ${code}`,
        postcode: '1234AB',
        straatnaam: 'Voorbeeldplein',
        huisnummer: 1,
        plaatsnaam: 'Voorbeeldstad',
      },
    })),
    aanbieders: [{ agb: aanbieder, naam: 'Voorbeeld Jeugdhulp', retour: 'gateway' }],
    regimes: [
      {
        code: REGIME,
        naam: 'Afspraken bij de voorbeelden',
        gemeenten: codes,
        geldigVan: '2015-01-01',
        geldigTot: null,
        variant: 'inspanningsgericht',
        toewijzen: 'gemeente',
        signaalPercentage: 75,
        ...(facturatie === undefined ? {} : { facturatie }),
      },
    ],
    producten: [
      product('45A01', 'Behandeling', '01'),
      product('45A02', 'Begeleiding', '04'),
      product('45A03', 'Diagnostiek', '01'),
      product('45A04', 'Gezinshulp', '04'),
      product('44A01', 'Verblijf', '14'),
      product('46A01', 'Maatwerk', '83'),
    ],
    contracten: [
      {
        nummer: 'VOORBEELD-1',
        regime: REGIME,
        aanbieder,
        geldigVan: '2015-01-01',
        geldigTot: null,
        rol: 'hoofdaannemer',
        producten: [
          { code: '45A01', tarief: 150, tariefEenheid: '01' },
          { code: '45A02', tarief: 8500, tariefEenheid: '04' },
          { code: '45A03', tarief: 150, tariefEenheid: '01' },
          { code: '45A04', tarief: 8500, tariefEenheid: '04' },
          { code: '44A01', tarief: 25000, tariefEenheid: '14' },
          { code: '46A01', tarief: null, tariefEenheid: '83' },
        ],
      },
    ],
  };
}

function product(code: string, naam: string, eenheid: string): Product {
  return {
    regime: REGIME,
    categorie: code.slice(0, 2),
    code,
    naam,
    zorgcategorie: 'overig',
    eenheid,
    signaalbudget: null,
    verwijzers: ['01', '02', '03', '04', '05'],
    maxDagen: null,
    leeftijdVan: null,
    leeftijdTot: null,
  };
}
