/** fast-xml-parser as the reader uses it. Alone it accepts what is no XML at all: only for what passed the gate. */
import { EntityDecoder } from '@nodable/entities';
import { XMLParser } from 'fast-xml-parser';

/** What the parser makes of an element: its text, or its children by local name (`#text`: what stood between them). */
export type Ruw = string | { readonly [naam: string]: Ruw | readonly Ruw[] | undefined };

const decoder = new EntityDecoder();

const parser = new XMLParser({
  ignoreAttributes: true,
  ignoreDeclaration: true,
  ignorePiTags: true,
  removeNSPrefix: true,
  parseTagValue: false,
  // Blanks count in an xs:string; the model says where they do not.
  trimValues: false,
  jPath: false,
  entityDecoder: decoder,
});

/** What stands in the one root element of a text, whatever its name where none is given. Throws when there is no such root. */
export function ontleedTekst(tekst: string, wortel?: string): Ruw {
  const document: Ruw = parser.parse(korteVerwijzingen(lijnenden(tekst)));
  const inhoud = typeof document === 'string' ? undefined : document[wortel ?? Object.keys(document)[0] ?? ''];
  if (inhoud === undefined || Array.isArray(inhoud)) throw new Error('No single root: not a message from the gate');
  return inhoud as Ruw;
}

/** A value of which markup is no part, as it reads: references decoded, line ends LF (XML 1.0, section 2.11). */
export function waardeUit(tekst: string): string {
  const lf = lijnenden(tekst);
  if (!lf.includes('&')) return lf;
  return lf.includes('&#') ? decoder.decode(korteVerwijzingen(lf)) : zonderNamen(lf);
}

/**
 * The five names of XML, `&amp;` last: what it leaves behind is no reference. split and join are faster than
 * replaceAll.
 */
function zonderNamen(tekst: string): string {
  return NAMEN.reduce((over, [naam, teken]) => (over.includes(naam) ? over.split(naam).join(teken) : over), tekst);
}

const NAMEN = [
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&quot;', '"'],
  ['&apos;', "'"],
  ['&amp;', '&'],
] as const;

function lijnenden(tekst: string): string {
  return tekst.includes('\r') ? tekst.replace(/\r\n?/g, '\n') : tekst;
}

/** Leaves comments, CDATA and processing instructions as they are, and finds references with many leading zeros. */
const LANGE_VERWIJZING =
  /<!--[\s\S]*?(?:-->|$)|<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|<\?[\s\S]*?(?:\?>|$)|&#(x?)0{4,}([1-9a-fA-F][\da-fA-F]*);/g;

/** References of more than 32 characters are shortened, since the decoder passes over them. */
function korteVerwijzingen(tekst: string): string {
  if (!/&#x?0000/.test(tekst)) return tekst;
  return tekst.replace(LANGE_VERWIJZING, (geheel, x: string | undefined, cijfers: string | undefined) =>
    cijfers === undefined ? geheel : `&#${x}${cijfers};`,
  );
}
