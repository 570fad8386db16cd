import { dagenTotEnMet, isNa, maandagVan, plusDagen } from '../standard/datum.ts';
import type { Looptijd } from './volume.ts';

export interface Verbruik extends Looptijd {
  /** Ceiling and what is used of it; eurocents. */
  readonly bedrag: number;
  readonly gebruikt: number;
  /** Last day that was declared; null while nothing was. */
  readonly gedeclareerdTot: string | null;
}

/** When the budget is used up at the present rate. */
export interface Vooruitblik {
  /** Mean use a week, eurocents. */
  readonly perWeek: number;
  /** The day on which it is used up. */
  readonly opOp: string;
  /** ISO week of that day: `2026-W14`. */
  readonly opInWeek: string;
  /** How many weeks the toewijzing runs by then; the first is 1. */
  readonly week: number;
  /** Whether the toewijzing has ended by then: it stays within its budget. */
  readonly naEinde: boolean;
}

/**
 * At the present rate: what was used from the Ingangsdatum to the last declared day, spread evenly over those days. Dates of
 * the toewijzing and its declaraties decide, not today. Null while nothing is used, for there is no rate.
 */
export function vooruitblik({
  bedrag,
  gebruikt,
  gedeclareerdTot,
  ingangsdatum,
  einddatum,
}: Verbruik): Vooruitblik | null {
  if (gebruikt <= 0 || gedeclareerdTot === null) return null;
  const dagen = Math.max(1, dagenTotEnMet(ingangsdatum, gedeclareerdTot));
  const nodig = Math.max(1, Math.ceil((bedrag * dagen) / gebruikt));
  const opOp = plusDagen(ingangsdatum, nodig - 1);
  return {
    perWeek: Math.round((gebruikt * 7) / dagen),
    opOp,
    opInWeek: isoWeek(opOp),
    week: Math.ceil(nodig / 7),
    naEinde: einddatum !== null && isNa(opOp, einddatum),
  };
}

/** ISO 8601: a week belongs to the year of its Thursday. */
export function isoWeek(datum: string): string {
  const donderdag = plusDagen(maandagVan(datum), 3);
  const jaar = donderdag.slice(0, 4);
  const nummer = Math.ceil(dagenTotEnMet(`${jaar}-01-01`, donderdag) / 7);
  return `${jaar}-W${String(nummer).padStart(2, '0')}`;
}
