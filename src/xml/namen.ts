import { RELEASES } from '../standard/message-types.ts';
import { type ModelKlasse, modelOf } from '../standard/model.ts';
import { typesOf } from '../standard/schema-files.ts';

/** Attributes that XML Schema itself gives to any element, and those of XML. */
const ATTRIBUTEN: ReadonlySet<string> = new Set([
  'nil',
  'type',
  'schemaLocation',
  'noNamespaceSchemaLocation',
  'lang',
  'space',
]);

let elementen: ReadonlySet<string> | undefined;

/** Local names of all elements of all messages, in small letters; made at first use. */
function elementNamen(): ReadonlySet<string> {
  if (elementen !== undefined) return elementen;
  const namen = new Set(['bericht']);
  const neem = (klasse: ModelKlasse) => {
    for (const kind of klasse.kinderen) {
      namen.add(kind.naam.toLowerCase());
      const deel = kind.kind === 'list' ? kind.item : kind;
      if (deel.kind === 'group') neem(deel.klasse);
    }
  };
  for (const release of RELEASES) for (const type of typesOf(release)) neem(modelOf(release, type).wortel);
  elementen = namen;
  return namen;
}

/** A word such as a schema has, without a number in it that could be somebody's. */
const WOORD = /^[A-Za-z_](?:[A-Za-z_-]|\d(?!\d\d)){0,39}$/;

/**
 * Whether a report may name an element: it bears a name of the standard, capitals aside, or one that a schema could have.
 * Whoever made the file chose the latter, and finds the mistake by it; what looks like no name is `*[n]` in a path.
 */
export function isElementNaam(naam: string): boolean {
  return elementNamen().has(naam.toLowerCase()) || WOORD.test(naam);
}

export function isAttribuutNaam(naam: string): boolean {
  return ATTRIBUTEN.has(naam);
}
