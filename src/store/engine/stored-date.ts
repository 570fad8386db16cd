/**
 * Dates of messages as PostgreSQL writes them, and back. XML Schema lets a year before Christ through, which PostgreSQL
 * writes as `0044-03-15 BC`, and years beyond what a `date` can hold: those count as a first and a last day, so that a
 * message that no rule refuses can be stored, whatever nobody meant by it.
 */
const FIRST_YEAR = -4000;
/** Within what a `date` can hold, so that there is room for what a query adds to one. */
const LAST_YEAR = 5_800_000;
const BC = ' BC';
/** 29 February of a year before Christ: the two calendars do not have their leap years in the same ones. */
const LEAP_DAY = '-02-29';

export function toStoredDate(datum: string): string {
  // What nearly every date is.
  if (datum.length === 10) return datum;
  const year = Number(datum.slice(0, -6));
  if (year > LAST_YEAR) return `${LAST_YEAR}-12-31`;
  if (year < FIRST_YEAR) return `${-FIRST_YEAR}-01-01${BC}`;
  const day = datum.slice(-6);
  const digits = String(Math.abs(year)).padStart(4, '0');
  return year > 0 ? `${digits}${day}` : `${digits}${day === LEAP_DAY ? '-02-28' : day}${BC}`;
}

export function fromStoredDate(text: string): string {
  return text.endsWith(BC) ? `-${text.slice(0, -BC.length)}` : text;
}
