const UUR = '04';
const MINUUT = '01';

/**
 * A volume in the unit in which a toewijzing is counted; null when the two units cannot be compared (TR341).
 * What was assigned in hours is counted in minutes, so that lines in hours and in minutes add up (TR341,
 * docs/decisions/volume-periods.md).
 */
export function inTeleenheid(volume: number, eenheid: string, toegewezenEenheid: string): number | null {
  if (toegewezenEenheid !== UUR) return eenheid === toegewezenEenheid ? volume : null;
  if (eenheid === UUR) return volume * 60;
  return eenheid === MINUUT ? volume : null;
}

/** TR341, TR309: the same unit, and minutes where hours were assigned. */
export function eenheidPast(eenheid: string, toegewezenEenheid: string): boolean {
  return inTeleenheid(1, eenheid, toegewezenEenheid) !== null;
}
