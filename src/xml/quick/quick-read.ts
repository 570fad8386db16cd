/**
 * What is accepted without libxml2: a message whose markup is tags, blanks and values and nothing else, whose elements stand
 * in the order of the model, and whose values fit their types. Messages differ in their values and hardly in their markup,
 * so nearly every message that is valid is such a one. Whatever is not goes the long way; `test/conformance/quick-way.test.ts` holds the
 * two to the same verdict and the same object.
 */
import { isAscii } from 'node:buffer';
import { collapse } from '../../standard/lexical.ts';
import { modelOf } from '../../standard/model.ts';
import { waardeUit } from '../read/parser.ts';
import type { Bericht, Groep, Waarde } from '../tree.ts';
import { type ClassTable, classTable, type KindRow } from './class-table.ts';
import { declaresOnly, rootTagOf } from './root-tag.ts';

/** A header that ends further on is for the long way, which says so. */
const HEADER_WITHIN = 64 * 2 ** 10;
/** Long texts are for the long way: it has its own limits on them. */
const LONGEST_VALUE = 64 * 2 ** 10;
/** No characters of XML, though UTF-8 can hold them. */
const NO_CHARACTER = /[\ufffe\uffff]/;
/** The end of a CDATA section, which no text may hold. */
const CDATA_END = ']]>';
const NO_NAME = /&(?!(?:amp|lt|gt|quot|apos);)/;
const BLANK = /[ \t\r\n]/;

const LT = 0x3c;
const SLASH = 0x2f;

/**
 * The message, or null where there is any doubt. `bytes` passed `fileChecks`: UTF-8 without control characters. Not `whole`:
 * of all but the Header nothing is kept, for who wants the verdict alone.
 */
export function quickRead(bytes: Uint8Array, whole: boolean): Bericht | null {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // One byte a character where that holds everything: half the memory of a large message.
  const ascii = isAscii(buffer);
  const tekst = ascii ? buffer.toString('latin1') : buffer.toString('utf8');
  const root = rootTagOf(tekst);
  if (root === null || tekst.includes(CDATA_END) || (!ascii && NO_CHARACTER.test(tekst))) return null;
  const { type, release, prefixes } = root;
  const model = modelOf(release, type);
  const { namespaces } = model;
  const bericht = prefixes.get(namespaces.bericht);
  const basis = prefixes.get(namespaces.basis);
  if (bericht === undefined || !declaresOnly(root, Object.values(namespaces))) return null;
  // Without a prefix of its own no element of the basisschema can be written: such a message is never valid.
  if (basis === undefined) return null;
  const lezer = new QuickReader(tekst, root.eind);
  const inhoud = lezer.root(classTable(model, { bericht, basis }), `</${bericht}Bericht>`, whole);
  return inhoud === null ? null : { type, release, inhoud };
}

class QuickReader {
  readonly #tekst: string;
  #hier: number;

  constructor(tekst: string, hier: number) {
    this.#tekst = tekst;
    this.#hier = hier;
  }

  /** The root with nothing but blanks behind it, and its first child (the Header) within the window. */
  root(tabel: ClassTable, dicht: string, whole: boolean): Groep | null {
    const inhoud = this.#groep(tabel, dicht, whole, HEADER_WITHIN);
    if (inhoud === null) return null;
    return this.#blanks() || this.#hier < this.#tekst.length ? null : inhoud;
  }

  /** What stands in an element, to just after its end tag; null where it does not fit. */
  #groep({ kinderen }: ClassTable, dicht: string, keep: boolean, eersteBinnen: number): Groep | null {
    const tekst = this.#tekst;
    const groep: Record<string, Waarde> = {};
    let nummer = 0;
    /** Of the list at `nummer` one was read, or more. */
    let geweest = false;
    for (;;) {
      if (!this.#blanks()) return null;
      const hier = this.#hier;
      if (tekst.charCodeAt(hier + 1) === SLASH) {
        if (!tekst.startsWith(dicht, hier)) return null;
        for (; nummer < kinderen.length; nummer++, geweest = false) {
          if (kinderen[nummer]?.verplicht && !geweest) return null;
        }
        this.#hier = hier + dicht.length;
        return groep;
      }
      let kind: KindRow | undefined;
      for (; nummer < kinderen.length; nummer++, geweest = false) {
        kind = kinderen[nummer];
        if (kind === undefined || tekst.startsWith(kind.open, hier)) break;
        if (kind.verplicht && !geweest) return null;
        kind = undefined;
      }
      if (kind === undefined) return null;
      this.#hier = hier + kind.open.length;
      const eerste = nummer === 0 && eersteBinnen > 0;
      const waarde = kind.groep === null ? this.#waarde(kind) : this.#groep(kind.groep, kind.dicht, keep || eerste, 0);
      if (waarde === null || (eerste && this.#hier > eersteBinnen)) return null;
      if (keep || eerste) bewaar(groep, kind, waarde);
      if (kind.lijst) geweest = true;
      else nummer++;
    }
  }

  #waarde({ past, dicht, zonderRand }: KindRow): string | null {
    const begin = this.#hier;
    const eind = this.#tekst.indexOf('<', begin);
    if (eind < 0 || eind - begin > LONGEST_VALUE || !this.#tekst.startsWith(dicht, eind)) return null;
    const ruw = this.#tekst.slice(begin, eind);
    if (ruw.includes('&') && NO_NAME.test(ruw)) return null;
    const gelezen = waardeUit(ruw);
    const waarde = zonderRand && BLANK.test(gelezen) ? collapse(gelezen) : gelezen;
    if (past === null || !past(waarde)) return null;
    this.#hier = eind + dicht.length;
    return waarde;
  }

  /** To the next `<`, over blanks; false where something else stands there, or nothing. */
  #blanks(): boolean {
    const tekst = this.#tekst;
    for (let hier = this.#hier; ; hier++) {
      const teken = tekst.charCodeAt(hier);
      if (teken === 0x0a || teken === 0x0d || teken === 0x09 || teken === 0x20) continue;
      this.#hier = hier;
      return teken === LT;
    }
  }
}

function bewaar(groep: Record<string, Waarde>, { naam, lijst }: KindRow, waarde: string | Groep): void {
  if (!lijst) {
    groep[naam] = waarde;
    return;
  }
  const bekend = groep[naam];
  if (bekend === undefined) groep[naam] = [waarde] as Waarde;
  else (bekend as (string | Groep)[]).push(waarde);
}
