import { kies } from '../../../dist/src/samples/keuze.js';
import { bedragVan, volumeBinnen } from '../../../dist/src/signaalbudget/bedrag.js';

/**
 * What is contracted in each region through the whole of the month: gemeente, aanbieder and a product, with the volume
 * that its signaalbudget allows (without one: enough for half a year) and what a volume costs in eurocents.
 */
export function offersOf(document, days) {
  const region = new Map(document.gemeenten.map(({ code, regio }) => [code, regio]));
  const offers = [];
  for (const contract of document.contracten) {
    const regime = document.regimes.find(({ code }) => code === contract.regime);
    for (const line of regime?.variant === 'taakgericht' ? [] : contract.producten) {
      const product = document.producten.find((p) => p.regime === contract.regime && p.code === line.code);
      if (product === undefined || product.maxDagen !== null || product.toestemming !== undefined) continue;
      for (const gemeente of regime.gemeenten) {
        const chosen = kies(document, { gemeente, aanbieder: contract.aanbieder, product: line.code }, days);
        if (chosen === undefined || chosen.product.tarief === null) continue;
        const { eenheid, gevraagd } = chosen.product;
        const within = chosen.signaalbudget === null ? null : volumeBinnen(chosen.signaalbudget, eenheid, line);
        offers.push({
          ...{ gemeente, aanbieder: contract.aanbieder, regio: region.get(gemeente) ?? '', vanzelf: chosen.vanzelf },
          ...{ product: chosen.product, budget: chosen.signaalbudget, volume: within ?? gevraagd * 3 },
          cost: (volume) => bedragVan(volume, eenheid, line),
        });
      }
    }
  }
  return offers;
}
