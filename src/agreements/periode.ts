import { isNa, isVoor } from '../standard/datum.ts';

/** A period of whole days, both inclusive; a null end is open. */
export interface Geldigheid {
  readonly geldigVan: string;
  readonly geldigTot: string | null;
}

export function geldigOp(periode: Geldigheid, datum: string): boolean {
  return !isVoor(datum, periode.geldigVan) && (periode.geldigTot === null || !isNa(datum, periode.geldigTot));
}

/** Two periods share at least one day. */
export function overlapt(a: Geldigheid, b: Geldigheid): boolean {
  return (a.geldigTot === null || b.geldigVan <= a.geldigTot) && (b.geldigTot === null || a.geldigVan <= b.geldigTot);
}
