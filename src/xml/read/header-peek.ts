/**
 * Who sent it: a bounded look at the header of a message that nobody has judged yet. Access, lane and duplicates are
 * decided on it before the bytes are stored (docs/decisions/xml-gate.md); it never throws and says nothing of validity.
 * What the gate accepts it can read, and whoever judges the message holds what it read against what was found here.
 */
import type { BerichtType, Release } from '../../standard/message-types.ts';
import { GRENZEN } from '../gate/poort-meldingen.ts';
import { type Kop, kopUit } from '../partijen.ts';
import { isUtf16, leesbareBytes } from '../readable-bytes.ts';
import { berichtVan } from '../root.ts';
import { naamEindVan, scan } from '../scan.ts';
import { zonderVerwijzingen } from './references.ts';

export type HeaderPeek =
  | ({ readonly kind: 'message' } & Kop)
  /** A known namespace, but no two parties to be read below it. */
  | { readonly kind: 'unreadable-header'; readonly type: BerichtType; readonly release: Release }
  | { readonly kind: 'unknown' };

const VENSTER = GRENZEN.header;
const GROTER = 0x3e;

export function peekHeader(bytes: Uint8Array): HeaderPeek {
  const venster = leesbareBytes(bytes.subarray(0, isUtf16(bytes) ? 2 * VENSTER : VENSTER)).subarray(0, VENSTER);
  const bericht = berichtVan(venster);
  if (bericht === null) return { kind: 'unknown' };
  const waarden = headerWaarden(venster);
  if (waarden === null) return { kind: 'unreadable-header', ...bericht };
  const kop = kopUit(bericht.type, bericht.release, (pad) => waarden.get(pad));
  return peekOf(kop);
}

/** What the door makes of a Header with these values. */
export function peekOf(kop: Kop): HeaderPeek {
  const leesbaar = /^\d{4}$/.test(kop.gemeente) && /^\d{8}$/.test(kop.aanbieder);
  return leesbaar ? { kind: 'message', ...kop } : { kind: 'unreadable-header', type: kop.type, release: kop.release };
}

/**
 * The text of every element in /Bericht/Header by its path below Header, blanks and all; the first where a path repeats.
 * Null when the header does not end within the window.
 */
function headerWaarden(venster: Uint8Array): ReadonlyMap<string, string> | null {
  const waarden = new Map<string, string>();
  const pad: string[] = [];
  let tekst = '';
  let compleet = false;
  // ignoreBOM, because U+FEFF at the beginning of a value is a character like any other.
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const inHeader = () => pad[1] === 'Header';
  const lokaal = (van: number, tot: number) => {
    const naam = decoder.decode(venster.subarray(van, tot));
    return naam.slice(naam.indexOf(':') + 1);
  };
  scan(venster, {
    open(start, _eind, leeg) {
      pad.push(lokaal(start + 1, naamEindVan(venster, start)));
      tekst = '';
      if (leeg) pad.pop();
      return false;
    },
    sluit(start) {
      const eind = venster.indexOf(GROTER, start);
      // Tags that do not match or do not end: whatever this is, its header cannot be relied on.
      if (eind === -1 || lokaal(start + 2, eind).trimEnd() !== pad.at(-1)) return true;
      if (inHeader()) {
        // No character of XML, and none that the store can keep.
        if (/[\p{Cs}\0]/u.test(tekst)) return true;
        const sleutel = pad.slice(2).join('/');
        if (sleutel === '') compleet = true;
        else if (!waarden.has(sleutel)) waarden.set(sleutel, tekst);
      }
      pad.pop();
      tekst = '';
      return compleet;
    },
    tekst(van, tot, cdata) {
      if (!inHeader()) return;
      const stuk = decoder.decode(venster.subarray(van, tot)).replace(/\r\n?/g, '\n');
      tekst += cdata ? stuk : zonderVerwijzingen(stuk);
    },
  });
  return compleet ? waarden : null;
}
