import type { AfsprakenDocument, Regime } from '../../../src/agreements/document.ts';
import { maakAfspraken } from '../../../src/agreements/maak-afspraken.ts';
import type { PrestatieRecord } from '../../../src/dossier/prestatie.ts';
import type { Toewijzing } from '../../../src/dossier/toewijzing.ts';
import { judge } from '../../../src/rules/judge.ts';
import type { KennisData } from '../../../src/rules/kennis.ts';
import { maakKennis } from '../../../src/rules/kennis-lookups.ts';
import type { Oordeel } from '../../../src/rules/oordeel.ts';
import type { Bericht } from '../../../src/xml/tree.ts';

/** The stage on which declaraties are judged: agreements, a toewijzing, what was booked before. */
export const GEMEENTE = '0362';
export const AANBIEDER = '42420001';
export const BSN = '999900006';
export const ANDER_BSN = '999900018';
export const ONTVANGEN = '2026-03-02T09:00:00.000Z';

export const client = (bsn: string) => `client-${bsn}`;

function regime(code: string, geldigVan: string, geldigTot: string | null, meer: Partial<Regime> = {}): Regime {
  return {
    code,
    naam: code,
    gemeenten: [GEMEENTE],
    geldigVan,
    geldigTot,
    variant: 'inspanningsgericht',
    toewijzen: 'automatisch',
    signaalPercentage: 75,
    ...meer,
  };
}

function product(code: string, eenheid: string, signaalbudget: number | null, regimeCode = 'NIEUW') {
  return {
    regime: regimeCode,
    categorie: code.slice(0, 2),
    code,
    naam: code,
    zorgcategorie: 'ambulant' as const,
    eenheid,
    signaalbudget,
    verwijzers: ['02'],
    maxDagen: null,
    leeftijdVan: null,
    leeftijdTot: 18,
  };
}

export function document(meer: Partial<AfsprakenDocument> = {}): AfsprakenDocument {
  const contract = { aanbieder: AANBIEDER, rol: 'hoofdaannemer' as const };
  return {
    versie: 'test',
    regios: [{ code: 'AA', naam: 'Amsterdam-Amstelland' }],
    gemeenten: [
      { code: GEMEENTE, naam: 'Amstelveen', regio: 'AA', geldigVan: '2015-01-01', geldigTot: null, opvolger: null },
    ],
    aanbieders: [{ agb: AANBIEDER, naam: 'Voorbeeld', retour: 'gateway' }],
    regimes: [regime('OUD', '2018-01-01', '2021-12-31'), regime('NIEUW', '2022-01-01', null)],
    producten: [
      product('45A01', '01', 500000),
      product('45A02', '01', 300000),
      product('45A03', '83', null),
      product('50B01', '83', null, 'OUD'),
      product('50B02', '01', null, 'OUD'),
    ],
    contracten: [
      {
        ...contract,
        nummer: 'C1',
        regime: 'NIEUW',
        geldigVan: '2022-01-01',
        geldigTot: '2025-12-31',
        producten: [
          { code: '45A01', tarief: 140, tariefEenheid: '01' },
          { code: '45A02', tarief: 8500, tariefEenheid: '04' },
        ],
      },
      {
        ...contract,
        nummer: 'C2',
        regime: 'NIEUW',
        geldigVan: '2026-01-01',
        geldigTot: null,
        producten: [
          { code: '45A01', tarief: 150, tariefEenheid: '01' },
          { code: '45A02', tarief: 8500, tariefEenheid: '04' },
          { code: '45A03', tarief: null, tariefEenheid: '83' },
        ],
      },
      {
        ...contract,
        nummer: 'C0',
        regime: 'OUD',
        geldigVan: '2018-01-01',
        geldigTot: '2021-12-31',
        producten: [
          { code: '50B01', tarief: null, tariefEenheid: '83' },
          { code: '50B02', tarief: 100, tariefEenheid: '01' },
        ],
      },
    ],
    ...meer,
  };
}

export function toewijzing(anders: Partial<Toewijzing> = {}): Toewijzing {
  const nummer = anders.nummer ?? 1001;
  return {
    sleutel: `t-${nummer}`,
    gemeente: GEMEENTE,
    aanbieder: AANBIEDER,
    client: client(BSN),
    nummer,
    categorie: '45',
    code: '45A01',
    ingangsdatum: '2025-07-01',
    einddatum: '2026-12-31',
    toewijzingsdatum: '2025-06-20',
    toewijzingstijd: '10:00:00',
    redenWijziging: null,
    volume: 3000,
    eenheid: '01',
    frequentie: '6',
    budget: null,
    referentieAanbieder: null,
    berichtId: 'jw301',
    voorlopig: false,
    signaalbudget: null,
    ...anders,
  };
}

/** A line that an earlier message booked: January 2026, 100 minutes for 150,00. */
export function geboekt(anders: Partial<PrestatieRecord> = {}): PrestatieRecord {
  return {
    referentie: 'EERDER',
    vorigeReferentie: null,
    toewijzing: 't-1001',
    toewijzingNummer: 1001,
    client: client(BSN),
    categorie: '45',
    code: '45A01',
    begin: '2026-01-01',
    einde: '2026-01-31',
    volume: 100,
    eenheid: '01',
    tarief: 150,
    bedrag: 15000,
    debetCredit: 'D',
    stand: 'toegekend',
    berichtId: 'eerder',
    ...anders,
  };
}

export function kennisData(anders: Partial<KennisData> = {}): KennisData {
  return {
    berichtId: 'dit',
    ontvangenOp: ONTVANGEN,
    gemeenten: [GEMEENTE],
    clienten: { [BSN]: client(BSN), [ANDER_BSN]: client(ANDER_BSN) },
    toewijzingen: [toewijzing()],
    regie: [],
    verzoeken: [],
    declaraties: [],
    prestaties: [],
    claims: {},
    clientGegevens: {},
    beantwoord: null,
    ...anders,
  };
}

export interface Spel {
  readonly kennis?: Partial<KennisData>;
  readonly afspraken?: Partial<AfsprakenDocument>;
}

export function oordeel(bericht: Bericht, { kennis = {}, afspraken = {} }: Spel = {}): Oordeel {
  return judge(bericht, maakKennis(kennisData(kennis)), maakAfspraken(document(afspraken), 1));
}

/** `{'Prestatie[2]': ['9322']}`: retourcodes by the last part of the path. */
export function codes(bericht: Bericht, spel: Spel = {}): Record<string, readonly string[]> {
  const gevonden = oordeel(bericht, spel).codes;
  return Object.fromEntries([...gevonden].map(([pad, lijst]) => [pad.slice(pad.lastIndexOf('/') + 1), lijst]));
}
