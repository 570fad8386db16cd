/**
 * A lane is (regio, aanbieder): everything that concerns one aanbieder in one region passes through it in order
 * (docs/decisions/lanes.md). The lane of a code that no region serves is LANDELIJK.
 */
export const LANDELIJK = 'LANDELIJK';

export function laanVan(regio: string | null, aanbieder: string): string {
  return `${regio ?? LANDELIJK}|${aanbieder}`;
}

/** The region whose queue rings for a lane. */
export function regioVanLaan(laan: string): string {
  return laan.slice(0, laan.indexOf('|'));
}

export function aanbiederVanLaan(laan: string): string {
  return laan.slice(laan.indexOf('|') + 1);
}
