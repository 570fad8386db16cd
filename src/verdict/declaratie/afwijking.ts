import { partijenVan } from '../../xml/partijen.ts';
import type { BeoordeelInvoer } from '../invoer.ts';
import type { Signaal } from '../verdict.ts';

/** Findings that refuse nothing but are against the agreements, as a signal to both parties. */
export function afwijkingen({ bericht, oordeel }: BeoordeelInvoer): Signaal[] {
  const { gemeente, aanbieder } = partijenVan(bericht);
  return oordeel.bevindingen
    .filter(({ ernst, regel, meer }) => (meer === undefined ? ernst === 'signaal' && isEigen(regel) : telt(meer)))
    .map(({ melding }) => ({
      soort: 'afwijking',
      gemeente,
      aanbieder,
      toewijzingNummer: null,
      percentage: null,
      melding,
    }));
}

function isEigen(regel: string): boolean {
  return regel.startsWith('GW-');
}

/** Whether the line that closes a report stands for more of them. */
function telt(meer: Readonly<Record<string, number>>): boolean {
  return Object.keys(meer).some(isEigen);
}
