/** How many toewijzingen of a product and aanbieder have a signaalbudget, and how many stay within the fixed one. */
export interface BudgetVerdeling {
  readonly aantal: number;
  readonly binnen: number;
}

/** What the regions aim at: eight of ten within the fixed budget. */
export const DOEL = 80;

/** Whole tenths of a percent, cut off; null of nothing. */
export function aandeel({ aantal, binnen }: BudgetVerdeling): number | null {
  return aantal === 0 ? null : Math.floor((binnen * 1000) / aantal) / 10;
}
