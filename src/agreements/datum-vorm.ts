import { plusDagen } from '../standard/datum.ts';

/** A date of the calendar, written YYYY-MM-DD: 2026-02-30 is none. */
export function bestaandeDatum(tekst: string): boolean {
  // Of a thirteenth month or a fortieth day there is nothing to reckon with.
  const vorm = /^[1-9]\d{3}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;
  return vorm.test(tekst) && plusDagen(tekst, 0) === tekst;
}

/** A day, or a moment in UTC. */
export function dagOfMoment(tekst: string): boolean {
  const [dag = '', tijd] = tekst.split('T', 2);
  return bestaandeDatum(dag) && (tijd === undefined || /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,3})?)?Z$/.test(tijd));
}
