import type { AfsprakenDocument } from '../../src/agreements/document.ts';

/** A small valid document that tests change at will; fresh every time. */
export function voorbeeldDocument(): Mutable<AfsprakenDocument> {
  return {
    versie: 'test',
    regios: [
      { code: 'AA', naam: 'Amsterdam-Amstelland' },
      { code: 'ZAWA', naam: 'Zaanstreek-Waterland' },
    ],
    gemeenten: [
      gemeente('0362', 'AA', '2015-01-01', null, null),
      gemeente('0439', 'ZAWA', '2015-01-01', null, null),
      gemeente('0370', 'ZAWA', '2015-01-01', '2021-12-31', '0439'),
    ],
    aanbieders: [
      { agb: '42420001', naam: 'Een', retour: 'gateway' },
      { agb: '42420002', naam: 'Twee', retour: 'eigen' },
    ],
    regimes: [
      regime('OUD', ['0362', '0439', '0370'], '2018-01-01', '2021-12-31'),
      regime('NIEUW', ['0362', '0439'], '2022-01-01', null),
    ],
    producten: [
      {
        regime: 'NIEUW',
        categorie: '45',
        code: '45A01',
        naam: 'Behandeling',
        zorgcategorie: 'ambulant',
        eenheid: '01',
        signaalbudget: 500000,
        verwijzers: ['02'],
        maxDagen: null,
        leeftijdVan: null,
        leeftijdTot: 18,
      },
    ],
    contracten: [
      contract('C1', '42420001', '2022-01-01', '2024-12-31'),
      contract('C2', '42420001', '2025-01-01', null),
    ],
  };
}

export type Mutable<T> = T extends readonly (infer I)[]
  ? Mutable<I>[]
  : T extends object
    ? { -readonly [K in keyof T]: Mutable<T[K]> }
    : T;

function gemeente(code: string, regio: string, geldigVan: string, geldigTot: string | null, opvolger: string | null) {
  const postadres = {
    organisatie: `Gemeente ${code}`,
    postcode: '1180BA',
    straatnaam: 'Postbus',
    huisnummer: 4,
    plaatsnaam: 'Voorbeeld',
  };
  return { code, naam: code, regio, geldigVan, geldigTot, opvolger, postadres };
}

function regime(code: string, gemeenten: string[], geldigVan: string, geldigTot: string | null) {
  return {
    code,
    naam: code,
    gemeenten,
    geldigVan,
    geldigTot,
    variant: 'inspanningsgericht' as const,
    toewijzen: 'automatisch' as const,
    signaalPercentage: 75,
  };
}

function contract(nummer: string, aanbieder: string, geldigVan: string, geldigTot: string | null) {
  const producten = [{ code: '45A01', tarief: 150, tariefEenheid: '01' }];
  return { nummer, regime: 'NIEUW', aanbieder, geldigVan, geldigTot, rol: 'hoofdaannemer' as const, producten };
}
