import { partijenVan } from '../../xml/partijen.ts';
import type { BeoordeelInvoer } from '../invoer.ts';
import type { Signaal } from '../verdict.ts';

/** Findings that refuse nothing but are against the agreements, as a signal to both parties. */
export function afwijkingen({ bericht, oordeel }: BeoordeelInvoer): Signaal[] {
  const { gemeente, aanbieder } = partijenVan(bericht);
  return oordeel.bevindingen
    .filter((bevinding) => bevinding.ernst === 'signaal' && bevinding.regel.startsWith('GW-'))
    .map(({ melding }) => ({
      soort: 'afwijking',
      gemeente,
      aanbieder,
      toewijzingNummer: null,
      percentage: null,
      melding,
    }));
}
