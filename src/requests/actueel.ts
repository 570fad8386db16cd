import type { Toewijzing } from '../dossier/toewijzing.ts';
import { isVerwijderd } from '../rules/history/client.ts';
import { isVoor } from '../standard/datum.ts';

/** The toewijzingen that every JW301 of a date must hold: valid on or after it, and not removed (OP087). */
export function actueelOp(datum: string, toewijzingen: readonly Toewijzing[]): Toewijzing[] {
  return toewijzingen.filter((t) => !isVerwijderd(t) && (t.einddatum === null || !isVoor(t.einddatum, datum)));
}
