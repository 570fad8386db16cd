import type { Toewijzing } from '../rules/kennis.ts';

/** Removed (RedenWijziging 13, or 01 of before 2022) and thereby never sent: OP087, TR302. */
export function isVerwijderd(toewijzing: Toewijzing): boolean {
  const { redenWijziging, ingangsdatum, einddatum } = toewijzing;
  return (redenWijziging === '13' || redenWijziging === '01') && ingangsdatum === einddatum;
}

/** The toewijzingen that every JW301 of a date must hold: valid on or after it (OP087). */
export function actueelOp(datum: string, toewijzingen: readonly Toewijzing[]): Toewijzing[] {
  return toewijzingen.filter((t) => !isVerwijderd(t) && (t.einddatum === null || t.einddatum >= datum));
}
