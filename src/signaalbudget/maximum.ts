import type { Afspraken } from '../agreements/afspraken.ts';
import { waardeVanOmvang } from './bedrag.ts';
import type { Looptijd, Omvang } from './volume.ts';

/** What a toewijzing says that matters for its signaalbudget. */
export interface ToegewezenMaximum extends Looptijd {
  readonly gemeente: string;
  readonly aanbieder: string;
  readonly categorie: string | null;
  readonly code: string | null;
  readonly volume: number | null;
  readonly eenheid: string | null;
  readonly frequentie: string | null;
  readonly budget: number | null;
}

export interface Maximum {
  readonly soort: 'standaard' | 'maatwerk';
  /** Ceiling, eurocents. */
  readonly bedrag: number;
}

/** Jeugdhulp ambulant (JZ020): without a ProductCode only the categorie can tell that a toewijzing is ambulant. */
const AMBULANT = '45';

/**
 * The signaalbudget that a JW301 sent by the gemeente sets (docs/decisions/signaalbudget.md): for an ambulant product
 * the value of an omvang with Frequentie 6, else its Budget, else the fixed signaalbudget of the product. Null when the
 * toewijzing has none. Regime, product and contract are those of the Ingangsdatum (docs/decisions/dates-and-clock.md).
 */
export function signaalbudgetVan(toewijzing: ToegewezenMaximum, afspraken: Afspraken): Maximum | null {
  const { gemeente, aanbieder, categorie, code, ingangsdatum, budget } = toewijzing;
  const regime = afspraken.regime(gemeente, ingangsdatum);
  if (regime === undefined) return null;
  if (categorie === null || code === null) {
    const ambulant = categorie === null || categorie === AMBULANT;
    return budget !== null && ambulant ? { soort: 'standaard', bedrag: budget } : null;
  }
  const product = afspraken.product(regime.code, categorie, code);
  if (product === undefined || (product.zorgcategorie !== 'ambulant' && product.signaalbudget === null)) return null;
  const contract = afspraken.contract(regime.code, aanbieder, ingangsdatum);
  const regel = contract?.producten.find((p) => p.code === code);
  const vast = product.signaalbudget;
  const gegeven = waardeBijTotaal(toewijzing, regel ?? { tarief: null, tariefEenheid: '' }) ?? budget;
  const bedrag = gegeven ?? vast;
  if (bedrag === null) return null;
  return { soort: vast !== null && bedrag > vast ? 'maatwerk' : 'standaard', bedrag };
}

/** Only a total (Frequentie 6) says what may be used over the whole toewijzing. */
function waardeBijTotaal(
  toewijzing: ToegewezenMaximum,
  contract: { readonly tarief: number | null; readonly tariefEenheid: string },
): number | null {
  const { volume, eenheid, frequentie } = toewijzing;
  if (volume === null || eenheid === null || frequentie !== '6') return null;
  const omvang: Omvang = { volume, eenheid, frequentie };
  return waardeVanOmvang(omvang, toewijzing, contract);
}
