import { centsOf, codeOf, dayOf, listOf, momentsOf, type Parsed, partsOf, textOf, wholeOf } from './cell.ts';
import type { CellValue } from './sheet.ts';

/** A column: what it is called, where its value goes in the document, and how a cell is read. */
export interface SheetColumn {
  readonly kop: string;
  /** Name of the field in the document. */
  readonly veld: string;
  readonly lees: (cel: CellValue) => Parsed<unknown>;
  /** May be left out of the sheet: then what was agreed stays. */
  readonly magWeg?: true;
  /** Of the contract as a whole: the same in each of its rows. */
  readonly vanContract?: true;
  /** How to fill it in: Dutch, for the sheet with explanations. */
  readonly uitleg: string;
}

export const CONTRACTEN = 'Contracten';
export const PRODUCTEN = 'Producten';
/** A sheet of this name is for people. */
export const UITLEG = 'Uitleg';

/** One row for each product of a contract. */
export const CONTRACT_COLUMNS: readonly SheetColumn[] = [
  { kop: 'Contract', veld: 'nummer', lees: textOf, vanContract: true, uitleg: 'Het nummer van het contract.' },
  { kop: 'Regime', veld: 'regime', lees: textOf, vanContract: true, uitleg: 'De code van een regime dat al bestaat.' },
  {
    ...{ kop: 'Aanbieder', veld: 'aanbieder', lees: codeOf(8), vanContract: true },
    uitleg: 'De AGB-code van de aanbieder: acht cijfers.',
  },
  {
    ...{ kop: 'Naam aanbieder', veld: 'naam', lees: textOf, vanContract: true, magWeg: true },
    uitleg: 'Nodig bij een aanbieder die nog niet bekend is.',
  },
  {
    ...{ kop: 'Rol', veld: 'rol', lees: textOf, vanContract: true },
    uitleg: 'hoofdaannemer, onderaannemer of zelfstandig.',
  },
  { kop: 'Geldig van', veld: 'geldigVan', lees: dayOf, vanContract: true, uitleg: 'De eerste dag: DD-MM-JJJJ.' },
  {
    ...{ kop: 'Geldig tot', veld: 'geldigTot', lees: dayOf, vanContract: true },
    uitleg: 'De laatste dag; leeg: zonder einde.',
  },
  { kop: 'Product', veld: 'code', lees: textOf, uitleg: 'De productcode.' },
  {
    ...{ kop: 'Tarief', veld: 'tarief', lees: centsOf },
    uitleg: "In euro's, bijvoorbeeld 1,72; leeg: per geval afgesproken.",
  },
  {
    ...{ kop: 'Tariefeenheid', veld: 'tariefEenheid', lees: codeOf(2) },
    uitleg: 'De eenheid van het tarief: 01 (minuut), 04 (uur), 14 (etmaal), 16 (dagdeel), 82 (stuks), 83 (euro) …',
  },
  {
    ...{ kop: 'Tariefdelen', veld: 'tariefDelen', lees: partsOf, magWeg: true },
    uitleg: 'Waaruit een tarief van verblijf bestaat, bijvoorbeeld: wonen 120,00; behandeling 80,50.',
  },
];

export const PRODUCT_COLUMNS: readonly SheetColumn[] = [
  { kop: 'Regime', veld: 'regime', lees: textOf, uitleg: 'De code van een regime dat al bestaat.' },
  { kop: 'Categorie', veld: 'categorie', lees: codeOf(2), uitleg: 'De productcategorie: twee cijfers.' },
  { kop: 'Product', veld: 'code', lees: textOf, uitleg: 'De productcode, hoogstens vijf tekens.' },
  { kop: 'Naam', veld: 'naam', lees: textOf, uitleg: 'Zoals gemeente en aanbieder het noemen.' },
  {
    ...{ kop: 'Zorgcategorie', veld: 'zorgcategorie', lees: textOf },
    uitleg: 'ambulant, verblijf, crisis, dyslexie of overig.',
  },
  { kop: 'Eenheid', veld: 'eenheid', lees: codeOf(2), uitleg: 'De eenheid waarin wordt toegewezen: twee cijfers.' },
  {
    ...{ kop: 'Signaalbudget', veld: 'signaalbudget', lees: centsOf },
    uitleg: "In euro's; alleen bij ambulant; leeg: zonder.",
  },
  {
    ...{ kop: 'Verwijzers', veld: 'verwijzers', lees: listOf },
    uitleg: 'De typen verwijzer die mogen verwijzen, bijvoorbeeld: 01, 02, 04.',
  },
  {
    ...{ kop: 'Dagen hoogstens', veld: 'maxDagen', lees: wholeOf },
    uitleg: 'De langste periode in dagen; leeg: zonder grens.',
  },
  { kop: 'Leeftijd van', veld: 'leeftijdVan', lees: wholeOf, uitleg: 'Vanaf deze leeftijd; leeg: zonder grens.' },
  { kop: 'Leeftijd tot', veld: 'leeftijdTot', lees: wholeOf, uitleg: 'Tot deze leeftijd; leeg: zonder grens.' },
  {
    ...{ kop: 'Termijnen', veld: 'termijnen', lees: momentsOf, magWeg: true },
    uitleg: 'Alleen bij een outputproduct, bijvoorbeeld: 70 start; 30 einde.',
  },
  {
    ...{ kop: 'Toestemming', veld: 'toestemming', lees: textOf, magWeg: true },
    uitleg: 'lokaal-team: elk verzoek gaat naar de werkbak; anders leeg.',
  },
  {
    ...{ kop: 'Tariefdatum', veld: 'tariefDatum', lees: textOf, magWeg: true },
    uitleg: 'periode of toewijzing: welke dag het tarief bepaalt; leeg: periode.',
  },
];

/** Fields that the document leaves out when there is nothing; the others are null. */
export const LEFT_OUT: ReadonlySet<string> = new Set(['tariefDelen', 'termijnen', 'toestemming', 'tariefDatum']);
