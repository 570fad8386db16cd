import type { Omvang } from '../bericht.ts';
import { dagenIn, dagenVan, isZondag, maandenIn, wekenIn } from '../datum.ts';

interface Duur {
  readonly begin: string;
  readonly einde: string;
}

/**
 * How often a Volume counts in a period: the table of docs/decisions/volume-periods.md, by walking through the days.
 */
export function keerIn(
  { frequentie, eenheid }: Omvang,
  { begin, einde }: Duur,
  toewijzing: Duur & { readonly open: boolean },
): number {
  if (frequentie === '1') return dagenIn(begin, einde);
  if (frequentie === '2' && eenheid === '82') return outputweken({ begin, einde }, toewijzing);
  if (frequentie === '2') return wekenIn(begin, einde);
  return frequentie === '4' ? maandenIn(begin, einde) : 1;
}

/** IV076: a week counts on its Sunday, the broken one at the end on the last Sunday before it, or on the last day; an open toewijzing has no broken one. */
function outputweken({ begin, einde }: Duur, toewijzing: Duur & { readonly open: boolean }): number {
  const geteld = dagenVan(begin, einde).filter(isZondag);
  if (toewijzing.open || isZondag(toewijzing.einde)) return geteld.length;
  const rest = dagenVan(toewijzing.begin, toewijzing.einde).findLast(isZondag) ?? toewijzing.einde;
  return geteld.length + (begin <= rest && rest <= einde ? 1 : 0);
}
