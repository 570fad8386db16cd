import type { Afspraken } from '../../src/agreements/afspraken.ts';
import type { AfsprakenDocument } from '../../src/agreements/document.ts';
import { maakAfspraken } from '../../src/agreements/maak-afspraken.ts';
import type { Toewijzing } from '../../src/dossier/toewijzing.ts';
import type { KennisData } from '../../src/rules/kennis.ts';
import { beoordeel } from '../../src/verdict/beoordeel.ts';
import { kennisVraagVan } from '../../src/verdict/kennis-vraag.ts';
import { type Nummers, nummersUit } from '../../src/verdict/nummers.ts';
import type { Antwoord, Mutatie, Verdict } from '../../src/verdict/verdict.ts';
import type { Bericht } from '../../src/xml/tree.ts';
import { type Mutable, voorbeeldDocument } from '../agreements/voorbeeld.ts';

/** A small world in which messages are judged: the sample agreements, one gemeente, one aanbieder, no state. */

export const ONTVANGEN = '2026-03-02T09:30:00.000Z';
export const GEMEENTE = '0362';
export const AANBIEDER = '42420001';
export const BSN = '999900006';
/** The key that stands for that BSN. */
export const CLIENT = `hash-${BSN}`;

export type Document = Mutable<AfsprakenDocument>;

/**
 * Products 45A01 (fixed signaalbudget 5.000,00 at 1,50 a minute) and 45A02 (none, 85,00 an hour) under one contract, and
 * 45A03 that nobody has a contract for.
 */
export function afsprakenMet(wijzig: (document: Document) => void = () => undefined): Afspraken {
  const document = voorbeeldDocument();
  const [eerste] = document.producten;
  if (eerste === undefined) throw new Error('the sample agreements have no product');
  eerste.verwijzers = ['02', '03'];
  document.producten.push({ ...eerste, code: '45A02', naam: 'Begeleiding', signaalbudget: null });
  document.producten.push({ ...eerste, code: '45A03', naam: 'Zonder contract' });
  for (const contract of document.contracten) {
    contract.producten.push({ code: '45A02', tarief: 8500, tariefEenheid: '04' });
  }
  wijzig(document);
  return maakAfspraken(document, 7);
}

export function product(document: Document, code: string) {
  const gevonden = document.producten.find((p) => p.code === code);
  if (gevonden === undefined) throw new Error(`no product ${code}`);
  return gevonden;
}

export function kennisVoor(bericht: Bericht, deel: Partial<KennisData> = {}, afspraken = afsprakenMet()): KennisData {
  const vraag = kennisVraagVan(bericht, { berichtId: 'bericht-1', ontvangenOp: new Date(ONTVANGEN), afspraken });
  return {
    berichtId: 'bericht-1',
    ontvangenOp: ONTVANGEN,
    gemeenten: vraag.gemeenten,
    clienten: Object.fromEntries(vraag.bsns.map((bsn) => [bsn, `hash-${bsn}`])),
    toewijzingen: [],
    regie: [],
    verzoeken: [],
    declaraties: [],
    prestaties: [],
    claims: {},
    clientGegevens: {},
    beantwoord: null,
    ...deel,
  };
}

export function nummers(vanaf = 900_000_000): Nummers {
  return nummersUit({
    identificatie: 1,
    toewijzing: { '0362': vanaf, '0439': 910000000, '0370': 920000000 },
  });
}

export interface Omstandigheid {
  readonly afspraken?: Afspraken;
  readonly kennis?: Partial<KennisData>;
  /** First ToewijzingNummer of gemeente 0362. */
  readonly nummers?: number;
}

export function verdictOver(
  bericht: Bericht,
  { afspraken = afsprakenMet(), kennis = {}, nummers: vanaf }: Omstandigheid = {},
): Verdict {
  return beoordeel({
    bericht,
    kennis: kennisVoor(bericht, kennis, afspraken),
    afspraken,
    nummers: nummers(vanaf),
    regelsVersie: '1.2.3',
  });
}

export function toewijzing(deel: Partial<Toewijzing> = {}): Toewijzing {
  return {
    sleutel: `sleutel-${deel.nummer ?? 1001}`,
    gemeente: GEMEENTE,
    aanbieder: AANBIEDER,
    client: CLIENT,
    nummer: 1001,
    categorie: '45',
    code: '45A01',
    ingangsdatum: '2026-01-01',
    einddatum: '2026-12-31',
    toewijzingsdatum: '2025-12-20',
    toewijzingstijd: '10:00:00',
    redenWijziging: null,
    volume: 3333,
    eenheid: '01',
    frequentie: '6',
    budget: null,
    referentieAanbieder: null,
    berichtId: 'bericht-0',
    voorlopig: false,
    signaalbudget: { soort: 'standaard', bedrag: 500000 },
    ...deel,
  };
}

export function antwoordVan(verdict: Verdict, type: string): Antwoord {
  const gevonden = verdict.antwoorden.find((a) => a.type === type);
  if (gevonden === undefined) throw new Error(`no ${type} among ${verdict.antwoorden.map((a) => a.type).join()}`);
  return gevonden;
}

export function mutatiesVan<S extends Mutatie['soort']>(verdict: Verdict, soort: S): Extract<Mutatie, { soort: S }>[] {
  return verdict.mutaties.filter((m): m is Extract<Mutatie, { soort: S }> => m.soort === soort);
}
