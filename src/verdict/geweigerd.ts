import type { Verdict } from './verdict.ts';

/** Levels 0 and 1: an error report and nothing else, not even a claim, so that the message may be sent again. */
export function beoordeelGeweigerd(
  weigering: Pick<Verdict, 'berichtId' | 'bevindingen' | 'afsprakenVersie' | 'regelsVersie'>,
): Verdict {
  const leeg = { claims: [], mutaties: [], antwoorden: [], doorgeleverdAan: [], signalen: [] };
  return { ...weigering, ...leeg, status: 'geweigerd' };
}
