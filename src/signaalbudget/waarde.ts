import type { Afspraken } from '../agreements/afspraken.ts';
import { waardeVanOmvang } from './bedrag.ts';
import type { ToegewezenMaximum } from './maximum.ts';

/** What a toewijzing costs when all of it is used, eurocents; null when the contract cannot compute it. */
export function waardeVanToewijzing(toewijzing: ToegewezenMaximum, afspraken: Afspraken): number | null {
  const { gemeente, aanbieder, categorie, code, ingangsdatum, volume, eenheid, frequentie, budget } = toewijzing;
  if (volume === null || eenheid === null || frequentie === null) return budget;
  const afspraak = afspraken.afspraak(gemeente, aanbieder, categorie ?? '', code ?? '', ingangsdatum);
  const contract = afspraak?.regel ?? { tarief: null, tariefEenheid: '' };
  return waardeVanOmvang({ volume, eenheid, frequentie }, toewijzing, contract);
}
