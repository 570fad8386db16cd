import { metTeken } from './bedrag.ts';

/** A line that counts: granted, or provisional (it reserves its part until the gemeente has answered). */
export interface Boeking {
  readonly bedrag: number;
  readonly debetCredit: 'D' | 'C';
  readonly stand: 'toegekend' | 'voorlopig' | 'afgewezen';
}

/** What is used of a budget: granted debets minus credits, eurocents. */
export function gebruiktVan(boekingen: readonly Boeking[]): number {
  let som = 0;
  for (const boeking of boekingen) if (boeking.stand !== 'afgewezen') som += metTeken(boeking);
  return som;
}

/** At or over the signal percentage; compared in whole numbers. Nothing is over a budget that is not used. */
export function isBereikt(gebruikt: number, bedrag: number, percentage: number): boolean {
  return gebruikt > 0 && gebruikt * 100 >= bedrag * percentage;
}

/** How far the use of a budget is: below the signal percentage, at or over it, over the budget itself. */
function niveauVan(gebruikt: number, bedrag: number, percentage: number): 0 | 1 | 2 {
  if (gebruikt > bedrag) return 2;
  return isBereikt(gebruikt, bedrag, percentage) ? 1 : 0;
}

/** A signaalbudget at one moment; amounts in eurocents. */
export interface BudgetStand {
  readonly gebruikt: number;
  /** The ceiling; null while there is none, and then there is no line to pass. */
  readonly bedrag: number | null;
  readonly percentage: number;
}

/** Which line the use of a budget crossed, going up; null when it crossed none. */
export type Overgang = 'signaal' | 'boven-maximum';

/**
 * Whatever moved, the use or the ceiling. Once per crossing: a credit that brings the use down opens the way to a next one.
 * Passing the ceiling itself is a crossing of its own, because no rule of the standard may have refused it
 * (docs/decisions/signaalbudget.md).
 */
export function overgang(voor: BudgetStand, na: BudgetStand): Overgang | null {
  const niveau = ({ gebruikt, bedrag, percentage }: BudgetStand) =>
    bedrag === null ? 0 : niveauVan(gebruikt, bedrag, percentage);
  const wordt = niveau(na);
  if (wordt <= niveau(voor)) return null;
  return wordt === 2 ? 'boven-maximum' : 'signaal';
}

/**
 * The used part as a percentage with one decimal, cut off rather than rounded: what is shown never reaches a line that
 * the use has not reached.
 */
export function percentageVan(gebruikt: number, bedrag: number): number {
  if (bedrag === 0) return gebruikt > 0 ? 100 : 0;
  return Math.floor((gebruikt * 1000) / bedrag) / 10;
}
