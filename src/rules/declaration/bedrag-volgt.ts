import type { ElementPath } from '../../standard/path.ts';
import { type Groep, groepVan, waardeVan } from '../../xml/tree.ts';

const INGEDIEND = 'IngediendeBedragPrestatie';
const BEREKEND: ElementPath = `${INGEDIEND}/BerekendBedrag/Bedrag`;

/** What a line of a JW303 asks for, below its klasse. */
export const GEVRAAGD: ElementPath = `${INGEDIEND}/DeclaratieFactuurBedrag/Bedrag`;

/**
 * Whether a line of a JW303 asks for just what was calculated, volume × tariff: then with another tariff or volume it asks for
 * that. With btw or a share of the tariff only its sender knows what it asks for.
 */
export function bedragVolgt(prestatie: Groep): boolean {
  const berekend = waardeVan(prestatie, BEREKEND);
  const tarief = waardeVan(prestatie, `${INGEDIEND}/ProductTarief`);
  return berekend !== undefined && tarief !== undefined && vraagtGeheel(prestatie, berekend);
}

/** Whether a line of a JW303 asks for just this amount: all of it, and no btw beside it. */
export function vraagtGeheel(prestatie: Groep, bedrag: string): boolean {
  const deel = waardeVan(prestatie, `${INGEDIEND}/Verrekenpercentage`) !== undefined;
  const btw = groepVan(prestatie, `${INGEDIEND}/BtwBedrag`) !== undefined;
  return bedrag === waardeVan(prestatie, GEVRAAGD) && !deel && !btw;
}
