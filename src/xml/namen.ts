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

/**
 * Whether a report may name an element: it bears a name of the standard, capitals aside. Any other name was chosen by
 * whoever made the file, and may be that of a child.
 */
export function isElementNaam(naam: string): boolean {
  return elementNames().all.has(naam.toLowerCase());
}

export function isAttribuutNaam(naam: string): boolean {
  return ATTRIBUTEN.has(naam);
}
