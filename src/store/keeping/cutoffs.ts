import type { KeepTerms } from '../../config/bewaartermijnen.ts';
import type { KeepKind } from '../tables/keeping.ts';

const DAY_MS = 24 * 3_600_000;

/** Before which moment something of a kind may go. */
export type Cutoffs = (kind: KeepKind) => Date;

/** By these terms, on this day. What is kept to make the gateway work goes after a day where it has a moment of its own. */
export function cutoffsOf(terms: KeepTerms, now: Date): Cutoffs {
  return (kind) => {
    if (kind === 'werking') return new Date(now.getTime() - DAY_MS);
    if (kind === 'afspraken' || kind === 'toegang') return new Date(0);
    return yearsBefore(now, terms[kind]);
  };
}

/** The 29th of February counts as the 28th in a year without one: never a day too soon. */
export function yearsBefore(now: Date, years: number): Date {
  const then = new Date(now);
  then.setUTCFullYear(now.getUTCFullYear() - years);
  if (then.getUTCMonth() !== now.getUTCMonth()) then.setUTCDate(0);
  return then;
}

export function earliest(...moments: readonly Date[]): Date {
  return new Date(Math.min(...moments.map((moment) => moment.getTime())));
}
