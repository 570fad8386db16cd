import type { Toewijzing } from '../dossier/toewijzing.ts';

/**
 * By how much what is assigned is above the fixed signaalbudget of its product, eurocents: what it costs when all of it is used
 * (`waarde`), or a signaalbudget of its own where that is more. 0 where it stays within it; null where neither is known.
 */
export function bovenVast(
  vast: number,
  waarde: number | null,
  { signaalbudget }: Pick<Toewijzing, 'signaalbudget'>,
): number | null {
  const bekend = [waarde, signaalbudget?.bedrag ?? null].filter((bedrag) => bedrag !== null);
  return bekend.length === 0 ? null : Math.max(0, ...bekend.map((bedrag) => bedrag - vast));
}
