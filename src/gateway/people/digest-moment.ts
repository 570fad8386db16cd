import { beginVanDag, inAmsterdam, plusDagen } from '../../standard/datum.ts';

/** When a digest goes out: before people begin (hours after midnight in the Netherlands). */
const HOUR = 7;

/** The first such moment after this one. */
export function digestAfter(moment: Date): Date {
  const { datum } = inAmsterdam(moment);
  const today = digestOn(datum);
  return today > moment ? today : digestOn(plusDagen(datum, 1));
}

function digestOn(datum: string): Date {
  return new Date(beginVanDag(datum).getTime() + HOUR * 3_600_000);
}
