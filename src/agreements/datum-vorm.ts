import { plusDagen } from '../standard/datum.ts';

/** A date of the calendar, written YYYY-MM-DD: 2026-02-30 is none. */
export function bestaandeDatum(tekst: string): boolean {
  return /^[1-9]\d{3}-\d{2}-\d{2}$/.test(tekst) && !tekst.includes('-00') && plusDagen(tekst, 0) === tekst;
}

/** A day, or a moment in UTC. */
export function dagOfMoment(tekst: string): boolean {
  const [dag = '', tijd] = tekst.split('T', 2);
  return bestaandeDatum(dag) && (tijd === undefined || /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,3})?)?Z$/.test(tijd));
}
