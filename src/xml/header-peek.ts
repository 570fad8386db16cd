/**
 * Who sent it: a bounded look at the header of a message that nobody has judged yet. Access, lane and duplicates are
 * decided on it before the bytes are stored (DESIGN decision 10); it never throws and says nothing of validity.
 */
import type { BerichtType, Release } from '../standard/message-types.ts';
import { BERICHT_SOORTEN } from '../standard/message-types.ts';
import { isUtf16, leesbareBytes } from './readable-bytes.ts';
import { zonderVerwijzingen } from './references.ts';
import { berichtVan } from './root.ts';
import { naamEindVan, scan } from './scan.ts';

export type HeaderPeek =
  | {
      readonly kind: 'message';
      readonly type: BerichtType;
      readonly release: Release;
      readonly gemeente: string;
      readonly aanbieder: string;
      /** The party that really sends it, and the one it is for (IV028: a retour keeps Afzender and Ontvanger). */
      readonly zender: string;
      readonly ontvanger: string;
      /** As the header says; for JW303 and JW304, which have none, Gemeente and Aanbieder in the order of sending. */
      readonly afzender: string;
      /** BerichtIdentificatie/Identificatie; DeclarantFactuurNummer for JW303 and JW304. Null when it cannot be read. */
      readonly identificatie: string | null;
      /** IdentificatieRetour; null for what is no retourbericht. */
      readonly identificatieRetour: string | null;
    }
  /** A known namespace, but no two parties to be read below it. */
  | { readonly kind: 'unreadable-header'; readonly type: BerichtType; readonly release: Release }
  | { readonly kind: 'unknown' };

const VENSTER = 64 * 2 ** 10;
const GROTER = 0x3e;

export function peekHeader(bytes: Uint8Array): HeaderPeek {
  const venster = leesbareBytes(bytes.subarray(0, isUtf16(bytes) ? 2 * VENSTER : VENSTER)).subarray(0, VENSTER);
  const bericht = berichtVan(venster);
  if (bericht === null) return { kind: 'unknown' };
  const waarden = headerWaarden(venster);
  const soort = BERICHT_SOORTEN[bericht.type];
  const gemeente = waarden?.get(soort.gemeenteIn) ?? '';
  const aanbieder = waarden?.get(soort.aanbiederIn) ?? '';
  if (waarden === null || !/^\d{4}$/.test(gemeente) || !/^\d{8}$/.test(aanbieder)) {
    return { kind: 'unreadable-header', ...bericht };
  }
  const [zender, ontvanger] = soort.zender === 'gemeente' ? [gemeente, aanbieder] : [aanbieder, gemeente];
  return {
    kind: 'message',
    ...bericht,
    gemeente,
    aanbieder,
    zender,
    ontvanger,
    afzender: waarden.get('Afzender') ?? zender,
    identificatie:
      waarden.get('BerichtIdentificatie/Identificatie') ||
      waarden.get('DeclaratieFactuurIdentificatie/DeclarantFactuurNummer') ||
      null,
    identificatieRetour: waarden.get('IdentificatieRetour') || null,
  };
}

/**
 * The text of every element in /Bericht/Header by its path below Header; the first where a path repeats. Null when the
 * header does not end within the window.
 */
function headerWaarden(venster: Uint8Array): ReadonlyMap<string, string> | null {
  const waarden = new Map<string, string>();
  const pad: string[] = [];
  let tekst = '';
  let compleet = false;
  const decoder = new TextDecoder();
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
      // Tags that do not match: whatever this is, its header cannot be relied on.
      if (lokaal(start + 2, venster.indexOf(GROTER, start)).trimEnd() !== pad.at(-1)) return true;
      if (inHeader()) {
        const sleutel = pad.slice(2).join('/');
        if (sleutel === '') compleet = true;
        else if (!waarden.has(sleutel)) waarden.set(sleutel, tekst.trim());
      }
      pad.pop();
      tekst = '';
      return compleet;
    },
    tekst(van, tot, cdata) {
      if (!inHeader()) return;
      const stuk = decoder.decode(venster.subarray(van, tot));
      tekst += cdata ? stuk : zonderVerwijzingen(stuk);
    },
  });
  return compleet ? waarden : null;
}
