import { maakAfspraken } from '../../../src/agreements/maak-afspraken.ts';
import type { PrestatieRecord } from '../../../src/dossier/prestatie.ts';
import type { RegieRecord } from '../../../src/dossier/regie.ts';
import type { Toewijzing } from '../../../src/dossier/toewijzing.ts';
import type { VerzoekRecord } from '../../../src/dossier/verzoek.ts';
import { judge } from '../../../src/rules/judge.ts';
import type { KennisData } from '../../../src/rules/kennis.ts';
import { maakKennis } from '../../../src/rules/kennis-lookups.ts';
import type { Bericht, Groep } from '../../../src/xml/tree.ts';
import { voorbeeldDocument } from '../../agreements/voorbeeld.ts';

/** A small world before a message: agreements, what was exchanged, and what the judge makes of the message in it. */

const BSN = '999900006';
export const CLIENT = 'client-1';
export const ANDER = 'client-2';
export const BERICHT = 'bericht-nu';

function afspraken() {
  const document = voorbeeldDocument();
  const [product] = document.producten;
  const [regime] = document.regimes;
  const [gemeente] = document.gemeenten;
  if (product === undefined || regime === undefined || gemeente === undefined) throw new Error('empty example');
  document.producten.push({ ...product, code: '45A02' }, { ...product, code: '45A03' });
  document.gemeenten.push({ ...gemeente, code: '0363' });
  document.regimes.push({
    ...regime,
    code: 'TAAK',
    gemeenten: ['0363'],
    geldigVan: '2021-01-01',
    geldigTot: null,
    variant: 'taakgericht',
  });
  return maakAfspraken(document, 1);
}

export const AFSPRAKEN = afspraken();

export function wereld(anders: Partial<KennisData> = {}): KennisData {
  return {
    berichtId: BERICHT,
    ontvangenOp: '2026-03-02T10:00:00Z',
    gemeenten: ['0362'],
    clienten: { [BSN]: CLIENT, '999900018': ANDER },
    toewijzingen: [],
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

/** Retourcodes by path below `Bericht/`, of these codes only when some are named. */
export function codes(bericht: Bericht, kennis: KennisData, ...alleen: readonly string[]): Record<string, string[]> {
  const oordeel = judge(bericht, maakKennis(kennis), AFSPRAKEN);
  if (oordeel.niveau === 2) throw new Error(`level 2: ${oordeel.bevindingen.map((b) => b.regel).join(' ')}`);
  const gevonden: Record<string, string[]> = {};
  for (const [pad, lijst] of oordeel.codes) {
    const hier = lijst.filter((code) => alleen.length === 0 || alleen.includes(code));
    if (hier.length > 0) gevonden[pad.replace('/Bericht/', '')] = hier;
  }
  return gevonden;
}

export function meldingen(bericht: Bericht, kennis: KennisData): readonly string[] {
  return judge(bericht, maakKennis(kennis), AFSPRAKEN).bevindingen.map((b) => b.melding);
}

export function toewijzing(anders: Partial<Toewijzing> = {}): Toewijzing {
  const nummer = anders.nummer === undefined ? 1001 : anders.nummer;
  return {
    sleutel: `t-${nummer}`,
    gemeente: '0362',
    aanbieder: '42420001',
    client: CLIENT,
    nummer,
    categorie: '45',
    code: '45A01',
    ingangsdatum: '2026-01-01',
    einddatum: '2026-12-31',
    toewijzingsdatum: '2025-12-01',
    toewijzingstijd: '10:00:00',
    redenWijziging: null,
    volume: 10,
    eenheid: '01',
    frequentie: '4',
    budget: null,
    referentieAanbieder: null,
    berichtId: 'bericht-toen',
    voorlopig: false,
    signaalbudget: null,
    ...anders,
  };
}

export const VERWIJDERD = { redenWijziging: '13', einddatum: '2026-01-01' } as const;

let volgorde = 0;

export function gestart(begindatum: string, anders: Partial<RegieRecord> = {}): RegieRecord {
  volgorde += 1;
  return {
    soort: 'start',
    client: CLIENT,
    toewijzingNummer: 1001,
    categorie: '45',
    code: '45A01',
    begindatum,
    einddatum: null,
    redenBeeindiging: null,
    toewijzingIngangsdatum: '2026-01-01',
    berichtId: `regie-${volgorde}`,
    volgorde,
    ...anders,
  };
}

export function gestopt(
  begindatum: string,
  redenBeeindiging: string,
  einddatum: string,
  anders: Partial<RegieRecord> = {},
): RegieRecord {
  return gestart(begindatum, { soort: 'stop', redenBeeindiging, einddatum, ...anders });
}

export function verzoek(anders: Partial<VerzoekRecord> = {}): VerzoekRecord {
  return {
    referentie: 'R9',
    soort: 'VOT',
    client: CLIENT,
    stand: 'open',
    antwoorden: 0,
    berichtId: 'bericht-toen',
    release: '3.2',
    dagtekening: '2026-02-20',
    ingangsdatum: '2026-03-01',
    ...anders,
  };
}

export function prestatie(anders: Partial<PrestatieRecord> = {}): PrestatieRecord {
  return {
    referentie: 'P1',
    vorigeReferentie: null,
    toewijzing: 't-1001',
    toewijzingNummer: 1001,
    client: CLIENT,
    categorie: '45',
    code: '45A01',
    begin: '2026-01-01',
    einde: '2026-01-31',
    volume: 10,
    eenheid: '01',
    tarief: 150,
    bedrag: 1500,
    debetCredit: 'D',
    stand: 'toegekend',
    berichtId: 'declaratie',
    ...anders,
  };
}

/** A StartProduct for the toewijzing 1001. */
export function start(anders: Groep = {}): Groep {
  return {
    ToewijzingNummer: '1001',
    Product: { Categorie: '45', Code: '45A01' },
    ToewijzingIngangsdatum: '2026-01-01',
    Begindatum: '2026-02-01',
    StatusAanlevering: '1',
    ...anders,
  };
}

export function stop(RedenBeeindiging: string, Einddatum: string, anders: Groep = {}): Groep {
  const { StatusAanlevering, ...rest } = start(anders);
  return { ...rest, RedenBeeindiging, Einddatum, StatusAanlevering };
}
