import { elementNames } from '../standard/elements.ts';

/** Attributes that XML Schema itself gives to any element, and those of XML. */
const ATTRIBUTEN: ReadonlySet<string> = new Set([
  'nil',
  'type',
  'schemaLocation',
  'noNamespaceSchemaLocation',
  'lang',
  'space',
]);

/** A word such as a schema has, without a number in it that could be somebody's. */
const WOORD = /^[A-Za-z_](?:[A-Za-z_-]|\d(?!\d\d)){0,39}$/;

/**
 * Whether a report may name an element: it bears a name of the standard, capitals aside, or one that a schema could have.
 * Whoever made the file chose the latter, and finds the mistake by it; what looks like no name is `*[n]` in a path.
 */
export function isElementNaam(naam: string): boolean {
  return elementNames().all.has(naam.toLowerCase()) || WOORD.test(naam);
}

export function isAttribuutNaam(naam: string): boolean {
  return ATTRIBUTEN.has(naam);
}
