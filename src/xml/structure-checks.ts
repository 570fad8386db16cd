/** The gate's own limits on markup, held before libxml2 sees the file: they bound what parsing it can cost. */
import type { Bevinding } from './bevinding.ts';
import { plaatsVan, poortBevinding } from './poort-bevinding.ts';
import type { PoortCode } from './poort-meldingen.ts';
import { GRENZEN } from './poort-meldingen.ts';
import { scan } from './scan.ts';

/** The first breach of each limit. */
export function structureChecks(bytes: Uint8Array): Bevinding[] {
  const overschreden = new Map<PoortCode, number>();
  const meld = (code: PoortCode, plek: number) => {
    if (!overschreden.has(code)) overschreden.set(code, plek);
  };
  let diepte = 0;
  let elementen = 0;
  scan(bytes, {
    open(start, eind, leeg) {
      elementen++;
      if (eind - start > GRENZEN.startTag) meld('POORT-ATTRIBUTEN', start);
      if (diepte + 1 > GRENZEN.diepte) meld('POORT-DIEPTE', start);
      if (!leeg) diepte++;
      if (elementen > GRENZEN.elementen) meld('POORT-ELEMENTEN', start);
      return elementen > GRENZEN.elementen;
    },
    sluit() {
      diepte--;
      return undefined;
    },
    tekst(van, tot) {
      if (tot - van > GRENZEN.tekst) meld('POORT-TEKST', van);
    },
    doctype(start) {
      meld('POORT-DOCTYPE', start);
      return true;
    },
  });
  return [...overschreden].map(([code, plek]) => poortBevinding(code, {}, plaatsVan(bytes, plek)));
}
