/**
 * Takes out of a parsed message what the engine would validate slowly, without any difference to what it finds.
 *
 * - A text of Commentaar is held to hold something but blanks, character by character: megabytes take seconds. Of a long
 *   one only so much is left that it is as blank as it was, and as long as makes a difference.
 * - Every comment or instruction breaks a value in two, and the engine copies all that came before at every piece.
 */
import { type XmlDocument, XmlText, XmlXPath } from 'libxml2-wasm';
import { zonderTerzijdes } from '../zonder-terzijdes.ts';
import { ontleed } from './libxml.ts';
import type { Structuur } from './structure-checks.ts';

/** The engine cuts off what it says of a value at 64,000 bytes; a text that is longer than this is only too long. */
const LANG = 256 * 2 ** 10;
const OVER = 128 * 2 ** 10;
/** So many comments and instructions cost nothing worth a second parse. */
const WEINIG = 100;

/** `LDT_Commentaar` is the type of every element of this name, and the only one that bounds no length. */
const LANGE_TEKSTEN = XmlXPath.compile(`//*[local-name() = 'Commentaar']/text()[string-length() > ${LANG}]`);

/** The document to validate: the one given, or one in its place, which the caller disposes of too. */
export function teValideren(document: XmlDocument, bytes: Uint8Array, structuur: Structuur): XmlDocument {
  const zonder = structuur.terzijdes > WEINIG ? ontleed(zonderTerzijdes(bytes)) : null;
  const uit = zonder?.kind === 'document' ? zonder.document : document;
  if (structuur.langsteTekst > LANG) for (const tekst of uit.find(LANGE_TEKSTEN)) verkort(tekst);
  return uit;
}

function verkort(tekst: unknown): void {
  if (!(tekst instanceof XmlText)) return;
  const geheel = tekst.content;
  const begin = geheel.slice(0, isPaar(geheel, OVER) ? OVER + 1 : OVER);
  const heeftTeken = /[^ \t\n\r]/;
  tekst.content = !heeftTeken.test(begin) && heeftTeken.test(geheel) ? `${begin}.` : begin;
}

/** Whether cutting here would cut a character in two. */
function isPaar(tekst: string, plek: number): boolean {
  return (tekst.charCodeAt(plek) & 0xfc00) === 0xdc00;
}
