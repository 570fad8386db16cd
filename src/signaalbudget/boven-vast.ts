import type { Toewijzing } from '../dossier/toewijzing.ts';

/**
 * By how much what is assigned is above the fixed signaalbudget of its product, eurocents: what it costs when all of it is used
 * (`waarde`), or maatwerk where that is more. 0 where it stays within it; null where neither is known: a toewijzing of unknown
 * value bears the fixed signaalbudget itself, which tells nothing of what it costs.
 */
export function bovenVast(
  vast: number,
  waarde: number | null,
  { signaalbudget }: Pick<Toewijzing, 'signaalbudget'>,
): number | null {
  const maatwerk = signaalbudget?.soort === 'maatwerk' ? signaalbudget.bedrag : null;
  const bekend = [waarde, maatwerk].filter((bedrag) => bedrag !== null);
  return bekend.length === 0 ? null : Math.max(0, ...bekend.map((bedrag) => bedrag - vast));
}
