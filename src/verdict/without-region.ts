import type { Afspraken } from '../agreements/afspraken.ts';
import type { Bevinding } from '../findings/bevinding.ts';
import { BERICHT_SOORTEN } from '../standard/message-types.ts';
import { partijenVan } from '../xml/partijen.ts';
import type { Bericht } from '../xml/tree.ts';

/**
 * A real gemeente that no region here serves is refused at the gate (docs/decisions/routing.md); whether a code was
 * valid on a date, or exists at all, is TR378's business. Null when this gateway serves it, or knows no such gemeente.
 */
export function zonderRegio(bericht: Bericht, afspraken: Afspraken): Bevinding | null {
  const { gemeente } = partijenVan(bericht);
  if (afspraken.regioVan(gemeente) !== null || !afspraken.gemeenteBekend(gemeente)) return null;
  return {
    niveau: 0,
    regel: 'POORT-IB005',
    retourcode: null,
    ernst: 'fout',
    pad: `/Bericht/Header/${BERICHT_SOORTEN[bericht.type].gemeenteIn}`,
    lijn: null,
    kolom: null,
    melding:
      `Gemeente ${gemeente} hoort bij geen regio die deze gateway bedient. ` +
      'Stuur het bericht via het knooppunt van die gemeente, of verbeter de gemeentecode.',
  };
}
