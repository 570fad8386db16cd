/** A period of whole days, both inclusive; a null end is open. */
export interface Geldigheid {
  readonly geldigVan: string;
  readonly geldigTot: string | null;
}

export function geldigOp(periode: Geldigheid, datum: string): boolean {
  return periode.geldigVan <= datum && (periode.geldigTot === null || datum <= periode.geldigTot);
}

/** Two periods share at least one day. */
export function overlapt(a: Geldigheid, b: Geldigheid): boolean {
  return (a.geldigTot === null || b.geldigVan <= a.geldigTot) && (b.geldigTot === null || a.geldigVan <= b.geldigTot);
}
