import type { Afspraken } from '../../agreements/afspraken.ts';
import type { Signaal } from '../verdict.ts';
import type { GelezenToewijzing } from './lees.ts';

/**
 * Where a toewijzing of the gemeente goes against the agreements: a signal to both parties, never a rejection. Looked up
 * on the Ingangsdatum (decision 8). Null when it agrees, and for one that is removed.
 */
export function afwijkingVan(toewijzing: GelezenToewijzing, afspraken: Afspraken): Signaal | null {
  const melding = toewijzing.redenWijziging === '13' ? null : reden(toewijzing, afspraken);
  if (melding === null) return null;
  const { gemeente, aanbieder, nummer } = toewijzing;
  return { soort: 'afwijking', gemeente, aanbieder, toewijzingNummer: nummer, percentage: null, melding };
}

function reden(toewijzing: GelezenToewijzing, afspraken: Afspraken): string | null {
  const { gemeente, aanbieder, categorie, code, ingangsdatum, eenheid } = toewijzing;
  const regime = afspraken.regime(gemeente, ingangsdatum);
  if (regime === undefined) return `Op ${ingangsdatum} gelden voor deze gemeente geen afspraken.`;
  if (afspraken.contract(regime.code, aanbieder, ingangsdatum) === undefined) {
    return `De aanbieder heeft op ${ingangsdatum} geen contract onder ${regime.naam}.`;
  }
  if (categorie === null || code === null) return null;
  const afspraak = afspraken.afspraak(gemeente, aanbieder, categorie, code, ingangsdatum);
  if (afspraak === undefined) return `Product ${code} staat op ${ingangsdatum} niet in het contract van de aanbieder.`;
  const afgesproken = [afspraak.product.eenheid, afspraak.regel.tariefEenheid];
  if (eenheid === null || afgesproken.includes(eenheid)) return null;
  return `Product ${code} is toegewezen in eenheid ${eenheid}; afgesproken is eenheid ${afspraak.product.eenheid}.`;
}
