import type { Product } from '../bericht.ts';

export const OPEN_EINDE = '9999-12-31';

type Soort = Pick<Product, 'categorie' | 'code'>;
type Duur = Pick<Product, 'begin' | 'einde'>;

const overlapt = (a: Duur, b: Duur) => a.begin <= (b.einde ?? OPEN_EINDE) && b.begin <= (a.einde ?? OPEN_EINDE);

/** TR302: the same code; where a code is missing the same categorie; a generic one is the same as all others. */
export function zelfdeProduct(a: Soort, b: Soort): boolean {
  if (a.categorie === null || b.categorie === null) return true;
  if (a.code === null || b.code === null) return a.categorie === b.categorie;
  return a.categorie === b.categorie && a.code === b.code;
}

export const stapelt = (a: Soort & Duur, b: Soort & Duur) => zelfdeProduct(a, b) && overlapt(a, b);
export const heeftStapeling = (producten: readonly (Soort & Duur)[]) =>
  producten.some((a, i) => producten.some((b, j) => i < j && stapelt(a, b)));

/** Of anything with a period: CS003, CD075 to CD078, and CS338 or CS343. */
export function isOnmogelijkeOmvang({ begin, einde, omvang, budget }: Omit<Product, 'categorie' | 'code'>): boolean {
  if (einde !== null && einde < begin) return true;
  if (budget !== null && (omvang !== null || einde === null)) return true;
  if (omvang?.frequentie === '2' && einde === null) return true;
  return omvang?.frequentie === '1' && ['14', '16', '83', '84'].includes(omvang.eenheid);
}

/** The same of a product that is named: CD041, CD079, and CD080, CD095 or CD096 as well. iJW 2.3 has CS003 and CD041 alone. */
export function isOnmogelijk(p: Product, release: string): boolean {
  if (p.code !== null && p.omvang === null) return true;
  if (release === '2.3') return p.einde !== null && p.einde < p.begin;
  if (p.code === null && p.omvang !== null) return true;
  return (p.categorie === null && p.budget === null) || isOnmogelijkeOmvang(p);
}
