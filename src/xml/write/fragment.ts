/**
 * One record as text, made by xmlbuilder2. Records differ in their values, hardly in their elements: the builder makes a
 * template of each kind once, with a placeholder for each value, which is then filled in.
 */
import { create } from 'xmlbuilder2';

/** A record by its elements: names with their prefix, in order. */
export type Knoop = string | readonly Knoop[] | { readonly [naam: string]: Knoop };

export const INSPRING = '  ';

/** The placeholder of a value in a template: a private-use character, which the builder leaves alone. */
const MERK = '\ue000';

/**
 * Bounds of the template cache: every kind of record that we compose fits, and echoes of made-up kinds cannot fill
 * memory.
 */
const MEESTE_MALLEN = 2_000;
const LANGSTE_MAL = 20_000;

/** The text round the values, by kind of record and depth. */
const mallen = new Map<string, readonly string[]>();

/** The element with this name and content, indented. Every line end is CR/LF, those inside a value too. */
export function fragment(naam: string, inhoud: Knoop, diepte: number): string {
  const waarden: string[] = [];
  const soort = `${diepte}${soortVan(naam, inhoud, waarden)}`;
  const mal = mallen.get(soort) ?? nieuweMal(soort, naam, inhoud, diepte);
  let tekst = mal[0] ?? '';
  for (let i = 0; i < waarden.length; i++) tekst += waardeTekst(waarden[i] ?? '') + (mal[i + 1] ?? '');
  return tekst;
}

function nieuweMal(soort: string, naam: string, inhoud: Knoop, diepte: number): readonly string[] {
  const mal = gebouwd(naam, metMerken(inhoud), diepte).split(MERK);
  if (soort.length > LANGSTE_MAL) return mal;
  const [oudste] = mallen.size < MEESTE_MALLEN ? [] : mallen.keys();
  if (oudste !== undefined) mallen.delete(oudste);
  mallen.set(soort, mal);
  return mal;
}

/** Names the kind of an element by all names in it; adds its values to `waarden`. An empty value is of the kind. */
function soortVan(naam: string, inhoud: Knoop, waarden: string[]): string {
  if (typeof inhoud === 'string') {
    if (inhoud === '') return `<${naam}/>`;
    waarden.push(inhoud);
    return `<${naam}=>`;
  }
  let soort = '';
  if (isLijst(inhoud)) {
    for (const een of inhoud) soort += soortVan(naam, een, waarden);
    return soort;
  }
  for (const onder in inhoud) soort += soortVan(onder, inhoud[onder] ?? '', waarden);
  return `<${naam}>${soort}</>`;
}

function isLijst(inhoud: Knoop): inhoud is readonly Knoop[] {
  return Array.isArray(inhoud);
}

function metMerken(inhoud: Knoop): Knoop {
  if (typeof inhoud === 'string') return inhoud === '' ? '' : MERK;
  if (isLijst(inhoud)) return inhoud.map(metMerken);
  return Object.fromEntries(Object.entries(inhoud).map(([naam, onder]) => [naam, metMerken(onder)]));
}

/** Characters that the builder writes as they are. */
const GEWOON = /^[^&<>\r\n]*$/;
const VOOR = '<a>';
const NA = '</a>\r\n';

function waardeTekst(waarde: string): string {
  return GEWOON.test(waarde) ? waarde : gebouwd('a', gereserveerd(waarde), 0).slice(VOOR.length, -NA.length);
}

/**
 * A value so that the builder writes it right: it decodes what it is given (names first, numbers after) and, when it
 * writes, leaves alone every `&` that begins a name or a decimal reference. A CR must be one, or a reader takes it for a line end.
 */
function gereserveerd(waarde: string): string {
  return waarde.replaceAll('&', '&#38;amp;').replaceAll('\r', '&#38;#13;');
}

function gebouwd(naam: string, inhoud: Knoop, diepte: number): string {
  const marge = INSPRING.repeat(diepte);
  const tekst = create({ [naam]: inhoud }).end({
    headless: true,
    prettyPrint: true,
    newline: '\n',
    indent: INSPRING,
    offset: diepte,
  });
  return `${marge}${tekst.trimStart()}\n`.replaceAll('\n', '\r\n');
}
