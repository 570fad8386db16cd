/**
 * Bytes that passed the gate → message object. The parser alone accepts what is no XML at all, so nothing else may be
 * read with it; and the shape comes from the model, not from what happens to stand in the file.
 */
import type { BerichtType, Release } from '../../standard/message-types.ts';
import { modelOf } from '../../standard/model.ts';
import type { Bericht } from '../tree.ts';
import { zonderTerzijdes } from '../zonder-terzijdes.ts';
import { recordsIn } from './records.ts';
import { groepUit, groepUitGeheel } from './vorm.ts';

/** The message in bytes that `gate` accepted as this type and release. Throws on other bytes: a bug of the caller. */
export function readBericht(bytes: Uint8Array, type: BerichtType, release: Release): Bericht {
  const tekst = leesbareTekst(bytes);
  const { wortel, herhaald } = modelOf(release, type);
  const records = recordsIn(tekst, 'Bericht', herhaald);
  const inhoud = records === null ? groepUitGeheel(tekst, 'Bericht', wortel) : groepUit(records, wortel);
  return { type, release, inhoud };
}

/**
 * The parser takes a quote in an instruction for the beginning of a value and reads on past its end, up to `?>` in a
 * comment if need be, so that it finds other elements than the gate has seen. It gets neither to read.
 */
function leesbareTekst(bytes: Uint8Array): string {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const tekst = decoder.decode(bytes);
  // A file may begin with another instruction than its declaration.
  const na = /^<\?xml\s/.test(tekst) ? 1 : 0;
  const terzijdes = tekst.includes('<!--') || tekst.includes('<?', na);
  return terzijdes ? decoder.decode(zonderTerzijdes(bytes)) : tekst;
}
