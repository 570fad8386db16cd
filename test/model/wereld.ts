/** The small world of the model test. It imports nothing of the product: the model reads the same agreements as the gateway. */

export const VANDAAG = '2026-06-15';
export const ONTVANGEN_OP = `${VANDAAG}T10:00:00.000Z`;
/** The same moment on the clocks in Amsterdam. */
export const NU = '12:00:00';

export const AMSTELVEEN = '0362';
export const PURMEREND = '0439';
export const GEMEENTEN = [AMSTELVEEN, PURMEREND] as const;
export const AANBIEDERS = ['42420001', '42420002'] as const;
export const CLIENTEN = ['999900006', '999900018', '999900031'] as const;

export const CATEGORIE = '45';
/** An ambulant product by the minute, one by the hour, one that nobody has a contract for, one that nobody knows. */
export const MINUTEN = '45A01';
export const UREN = '45A02';
export const ZONDER_CONTRACT = '45A03';
export const ONBEKEND = '45A99';

export const MINUUTTARIEF = 150;
export const UURTARIEF = 8500;
export const MAX_DAGEN = 60;
/** Eurocents: the fixed signaalbudget of the ambulant product. */
export const BUDGET: Readonly<Record<string, number>> = { [AMSTELVEEN]: 30_000, [PURMEREND]: 20_000 };

/** What each aanbieder has a contract for, by gemeente. */
export const CONTRACT: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  [AMSTELVEEN]: { '42420001': [MINUTEN, UREN], '42420002': [MINUTEN] },
  [PURMEREND]: { '42420001': [MINUTEN, UREN] },
};

const regimeVan = (gemeente: string) => `R${gemeente}`;

function product(gemeente: string, code: string) {
  const ambulant = code !== UREN;
  return {
    regime: regimeVan(gemeente),
    categorie: CATEGORIE,
    code,
    naam: code,
    zorgcategorie: ambulant ? ('ambulant' as const) : ('overig' as const),
    eenheid: ambulant ? '01' : '04',
    signaalbudget: ambulant ? (BUDGET[gemeente] ?? 0) : null,
    verwijzers: ['02'],
    maxDagen: ambulant ? null : MAX_DAGEN,
    leeftijdVan: null,
    leeftijdTot: 18,
  };
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
    postadres: {
      organisatie: 'Gemeente',
      postcode: '1180BA',
      straatnaam: 'Postbus',
      huisnummer: 4,
      plaatsnaam: 'Hier',
    },
  })),
  aanbieders: AANBIEDERS.map((agb) => ({ agb, naam: agb, retour: 'gateway' as const })),
  regimes: GEMEENTEN.map((gemeente) => ({
    code: regimeVan(gemeente),
    naam: gemeente,
    gemeenten: [gemeente],
    geldigVan: '2022-01-01',
    geldigTot: null,
    variant: 'inspanningsgericht' as const,
    toewijzen: gemeente === AMSTELVEEN ? ('automatisch' as const) : ('gemeente' as const),
    signaalPercentage: 75,
  })),
  producten: GEMEENTEN.flatMap((g) => [MINUTEN, UREN, ZONDER_CONTRACT].map((code) => product(g, code))),
  contracten: Object.entries(CONTRACT).flatMap(([gemeente, per]) =>
    Object.entries(per).map(([aanbieder, codes]) => ({
      nummer: `C-${gemeente}-${aanbieder}`,
      regime: regimeVan(gemeente),
      aanbieder,
      geldigVan: '2022-01-01',
      geldigTot: null,
      rol: 'hoofdaannemer' as const,
      producten: codes.map((code) =>
        code === UREN
          ? { code, tarief: UURTARIEF, tariefEenheid: '04' }
          : { code, tarief: MINUUTTARIEF, tariefEenheid: '01' },
      ),
    })),
  ),
};
