/** The gate's own limits on markup, held before libxml2 sees the file: they bound what parsing it can cost. */
import type { Bevinding } from '../../findings/bevinding.ts';
import { isWit, scan } from '../scan.ts';
import { plaatsVan, poortBevinding } from './poort-bevinding.ts';
import type { PoortCode } from './poort-meldingen.ts';
import { GRENZEN } from './poort-meldingen.ts';

export interface Structuur {
  /** The first breach of each limit. */
  readonly bevindingen: readonly Bevinding[];
  /** Bytes of the longest text between two tags. */
  readonly langsteTekst: number;
  /** Comments and processing instructions, without the XML declaration. */
  readonly terzijdes: number;
}

export function structureChecks(bytes: Uint8Array): Structuur {
  const overschreden = new Map<PoortCode, number>();
  const meld = (code: PoortCode, plek: number) => {
    if (!overschreden.has(code)) overschreden.set(code, plek);
  };
  let diepte = 0;
  let elementen = 0;
  let terzijdes = 0;
  let terzijdeBytes = 0;
  let tekst = 0;
  let langsteTekst = 0;
  scan(bytes, {
    open(start, eind, leeg) {
      elementen++;
      tekst = 0;
      if (eind - start > GRENZEN.startTag) meld('POORT-ATTRIBUTEN', start);
      if (diepte + 1 > GRENZEN.diepte) meld('POORT-DIEPTE', start);
      if (!leeg) diepte++;
      if (elementen > GRENZEN.elementen) meld('POORT-ELEMENTEN', start);
      return elementen > GRENZEN.elementen;
    },
    sluit() {
      diepte--;
      tekst = 0;
      return undefined;
    },
    tekst(van, tot) {
      tekst += tot - van;
      if (tekst > langsteTekst) langsteTekst = tekst;
      if (tot - van > GRENZEN.tekst) meld('POORT-TEKST', van);
    },
    terzijde(start, eind) {
      if (isDeclaratie(bytes, start)) return false;
      terzijdes++;
      terzijdeBytes += eind - start;
      const teVeel = terzijdes > GRENZEN.terzijdes || terzijdeBytes > GRENZEN.terzijdeBytes;
      if (teVeel) meld('POORT-COMMENTAAR', start);
      return teVeel;
    },
    doctype(start) {
      meld('POORT-DOCTYPE', start);
      return true;
    },
  });
  const bevindingen = [...overschreden].map(([code, plek]) => poortBevinding(code, {}, plaatsVan(bytes, plek)));
  return { bevindingen, langsteTekst, terzijdes };
}

/** `<?xml …?>`, which stands at the very beginning or is no declaration. */
function isDeclaratie(bytes: Uint8Array, start: number): boolean {
  return start === 0 && isWit(bytes[5]) && new TextDecoder().decode(bytes.subarray(2, 5)) === 'xml';
}
