import type { Afspraken } from '../../agreements/afspraken.ts';
import {
  alsOnderaannemer,
  geenContract,
  geenRegime,
  isTaakgericht,
  productBuitenContract,
  productNaam,
  zin,
} from '../../agreements/woorden.ts';
import { datumInWoorden } from '../../standard/datum-woorden.ts';
import type { Signaal } from '../verdict.ts';
import type { GelezenToewijzing } from './lees.ts';

/**
 * Where a toewijzing of the gemeente goes against the agreements: a signal to both parties, never a rejection. Looked up
 * on the Ingangsdatum (docs/decisions/dates-and-clock.md). Null when it agrees, and for one that is removed.
 */
export function afwijkingVan(toewijzing: GelezenToewijzing, afspraken: Afspraken): Signaal | null {
  const melding = toewijzing.redenWijziging === '13' ? null : reden(toewijzing, afspraken);
  if (melding === null) return null;
  const { gemeente, aanbieder, nummer } = toewijzing;
  return { soort: 'afwijking', gemeente, aanbieder, toewijzingNummer: nummer, percentage: null, melding };
}

function reden(toewijzing: GelezenToewijzing, afspraken: Afspraken): string | null {
  const { gemeente, aanbieder, categorie, code, ingangsdatum: datum, eenheid } = toewijzing;
  const over = { gemeente, aanbieder, datum };
  const regime = afspraken.regime(gemeente, datum);
  if (regime === undefined) return geenRegime(over, afspraken);
  const contract = afspraken.contract(regime.code, aanbieder, datum);
  if (contract === undefined) return geenContract(over, regime, afspraken);
  if (contract.rol === 'onderaannemer') return alsOnderaannemer(contract, over, afspraken);
  if (regime.variant === 'taakgericht') return isTaakgericht(regime, over, afspraken);
  if (categorie === null || code === null) return null;
  const afspraak = afspraken.afspraak(gemeente, aanbieder, categorie, code, datum);
  if (afspraak === undefined) return productBuitenContract(code, contract, over, afspraken);
  const afgesproken = [afspraak.product.eenheid, afspraak.regel.tariefEenheid];
  if (eenheid === null || afgesproken.includes(eenheid)) return null;
  return `${zin(productNaam(afspraak.product))} is toegewezen in eenheid ${eenheid}; in contract ${contract.nummer} is op ${datumInWoorden(datum)} eenheid ${afspraak.product.eenheid} afgesproken.`;
}
