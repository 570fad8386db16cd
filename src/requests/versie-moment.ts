import { inAmsterdam, isVoor } from '../standard/datum.ts';

/** Toewijzingsdatum (`YYYY-MM-DD`) and Toewijzingstijd (`hh:mm:ss`): which version is the newest (IV013). */
export interface VersieMoment {
  readonly toewijzingsdatum: string;
  readonly toewijzingstijd: string;
}

/**
 * The moment that a version carries which the gateway composes: the present one in Amsterdam, or one second after the
 * version that it replaces, whichever is later (docs/decisions/signaalbudget.md).
 */
export function versieMoment(nu: Date, vervangt: VersieMoment | null): VersieMoment {
  const { datum, tijd } = inAmsterdam(nu);
  const nuMoment = { toewijzingsdatum: datum, toewijzingstijd: tijd };
  if (vervangt === null || isVoor(vervangt.toewijzingsdatum, datum)) return nuMoment;
  const erna = seconde(vervangt);
  return sleutel(erna) > sleutel(nuMoment) ? erna : nuMoment;
}

function sleutel({ toewijzingsdatum, toewijzingstijd }: VersieMoment): string {
  return `${toewijzingsdatum}T${toewijzingstijd}`;
}

/** One second later on the wall clock; a fraction of a second is dropped. */
function seconde(moment: VersieMoment): VersieMoment {
  const later = new Date(Date.parse(`${sleutel(moment).slice(0, 19)}Z`) + 1000).toISOString();
  return { toewijzingsdatum: later.slice(0, 10), toewijzingstijd: later.slice(11, 19) };
}
