import { plusDagen } from '../standard/datum.ts';

/** A date of the calendar, written YYYY-MM-DD: 2026-02-30 is none. */
export function bestaandeDatum(tekst: string): boolean {
  return /^[1-9]\d{3}-\d{2}-\d{2}$/.test(tekst) && !tekst.includes('-00') && plusDagen(tekst, 0) === tekst;
}
