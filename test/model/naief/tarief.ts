import { CONTRACT, SOORTEN } from '../wereld.ts';

/** Half up. */
export const rond = (teller: number, noemer: number) => Math.floor((2 * teller + noemer) / (2 * noemer));

/** The contract's line for a product: eurocents per unit; undefined without one. */
export function contractVan(gemeente: string, aanbieder: string, categorie: string | null, code: string | null) {
  const soort = code === null ? undefined : SOORTEN[code];
  if (code === null || soort === undefined || soort.categorie !== categorie) return undefined;
  return CONTRACT[gemeente]?.[aanbieder]?.includes(code) === true ? soort : undefined;
}

/** What so much costs (TR346, IV081); null where the contract has no tariff for that unit. */
export function kosten(volume: number, eenheid: string, per: { readonly tarief: number; readonly eenheid: string }) {
  if (eenheid === '83') return volume;
  if (eenheid === per.eenheid) return volume * per.tarief;
  if (eenheid === '01' && per.eenheid === '04') return rond(volume * per.tarief, 60);
  return eenheid === '04' && per.eenheid === '01' ? 60 * volume * per.tarief : null;
}
