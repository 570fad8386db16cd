/**
 * Bytes that passed the gate → message object. fast-xml-parser alone accepts what is no XML at all, so nothing else may
 * be read with it; and the shape comes from the model, not from what happens to stand in the file.
 */
import { EntityDecoder } from '@nodable/entities';
import { XMLParser } from 'fast-xml-parser';
import type { BerichtType, Release } from '../standard/message-types.ts';
import type { Blad, Klasse, ModelKind } from '../standard/model.ts';
import { modelOf } from '../standard/model.ts';
import type { Bericht, Groep, Waarde } from './tree.ts';

const parser = new XMLParser({
  ignoreAttributes: true,
  ignoreDeclaration: true,
  ignorePiTags: true,
  removeNSPrefix: true,
  parseTagValue: false,
  // Blanks count in an xs:string; the model says where they do not.
  trimValues: false,
  jPath: false,
  entityDecoder: new EntityDecoder(),
});

/** What the parser makes of an element: its text, or its children by local name (`#text`: what stood between them). */
type Ruw = string | { readonly [naam: string]: Ruw | readonly Ruw[] | undefined };

/** The message in bytes that `gate` accepted as this type and release. Throws on other bytes: a bug of the caller. */
export function readBericht(bytes: Uint8Array, type: BerichtType, release: Release): Bericht {
  const document: Ruw = parser.parse(leesbaar(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
  const wortel = typeof document === 'string' ? undefined : document.Bericht;
  if (wortel === undefined || Array.isArray(wortel)) throw new Error('No single Bericht: not a message from the gate');
  return { type, release, inhoud: groepVan(wortel as Ruw, modelOf(release, type).wortel) };
}

/** Leaves comments, CDATA and processing instructions as they are, and finds references with many leading zeros. */
const LANGE_VERWIJZING =
  /<!--[\s\S]*?(?:-->|$)|<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|<\?[\s\S]*?(?:\?>|$)|&#(x?)0{4,}([1-9a-fA-F][\da-fA-F]*);/g;

/**
 * The text as XML says it is to be read: line ends are LF (XML 1.0, section 2.11). References of more than 32 characters
 * are shortened, since the decoder passes over them.
 */
function leesbaar(tekst: string): string {
  const lf = tekst.includes('\r') ? tekst.replace(/\r\n?/g, '\n') : tekst;
  const kort = zonderTussenruimte(lf);
  if (!/&#x?0000/.test(kort)) return kort;
  return kort.replace(LANGE_VERWIJZING, (geheel, x: string | undefined, cijfers: string | undefined) =>
    cijfers === undefined ? geheel : `&#${x}${cijfers};`,
  );
}

/**
 * Without the blanks between tags, which a third of the parsing time goes to: before an opening tag, and after a
 * closing one. Never those between an opening and a closing tag (they are a value), and nothing at all where comments,
 * CDATA or processing instructions may stand inside a value.
 */
function zonderTussenruimte(tekst: string): string {
  if (tekst.includes('<!') || tekst.includes('<?', 5)) return tekst;
  return tekst.replace(/>[ \t\n]+(?=<[^/])/g, '>').replace(/(<\/[^<>]*>)[ \t\n]+/g, '$1');
}

function groepVan(ruw: Ruw, klasse: Klasse): Groep {
  const groep: Record<string, Waarde> = {};
  // An element without any child comes as text: empty, or the blanks in it.
  if (typeof ruw === 'string') return groep;
  for (const kind of klasse.kinderen) {
    const waarde = ruw[kind.naam];
    if (waarde !== undefined) groep[kind.naam] = waardeVan(waarde, kind);
  }
  return groep;
}

function waardeVan(ruw: Ruw | readonly Ruw[], kind: ModelKind): Waarde {
  if (kind.kind === 'list') {
    const { item } = kind;
    const items = Array.isArray(ruw) ? (ruw as readonly Ruw[]) : [ruw as Ruw];
    return item.kind === 'leaf'
      ? items.map((waarde) => tekstVan(waarde, item))
      : items.map((waarde) => groepVan(waarde, item.klasse));
  }
  if (Array.isArray(ruw)) throw new Error(`${kind.naam} stands more than once: not a message from the gate`);
  return kind.kind === 'leaf' ? tekstVan(ruw as Ruw, kind) : groepVan(ruw as Ruw, kind.klasse);
}

/** The text of a value; around dates and numbers without the blanks that XML Schema drops there. */
function tekstVan(ruw: Ruw, blad: Blad): string {
  if (typeof ruw !== 'string') throw new Error(`${blad.naam} holds elements: not a message from the gate`);
  return blad.basis === 'string' ? ruw : ruw.replace(/[ \t\n\r]+/g, ' ').trim();
}
