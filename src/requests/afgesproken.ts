import type { Afspraken } from '../agreements/afspraken.ts';
import type { Contract, ContractProduct, Product, Regime } from '../agreements/document.ts';
import type { GevraagdProduct } from './gevraagd.ts';

/**
 * What the agreements say of a requested product, on its ToewijzingIngangsdatum (docs/decisions/dates-and-clock.md).
 */
export interface Afgesproken {
  readonly regime: Regime | undefined;
  readonly contract: Contract | undefined;
  /** Undefined for a request without product code too. */
  readonly product: Product | undefined;
  readonly regel: ContractProduct | undefined;
}

export function afgesprokenVoor(
  gevraagd: GevraagdProduct,
  partijen: { readonly gemeente: string; readonly aanbieder: string },
  afspraken: Afspraken,
): Afgesproken {
  const { categorie, code, ingangsdatum } = gevraagd;
  const regime = afspraken.regime(partijen.gemeente, ingangsdatum);
  const contract = regime && afspraken.contract(regime.code, partijen.aanbieder, ingangsdatum);
  if (regime === undefined || contract === undefined || categorie === null || code === null) {
    return { regime, contract, product: undefined, regel: undefined };
  }
  const product = afspraken.product(regime.code, categorie, code);
  const regel = contract.producten.find((p) => p.code === code);
  return { regime, contract, product, regel };
}
