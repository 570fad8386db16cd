import type { Mutatie, Verdict } from './verdict.ts';

/**
 * What an answer brings (the toewijzingen of a composed JW301) names that answer as its bericht, but answers get their
 * ids only after judging. Until then it is named by its Identificatie, in this form.
 */
const VOORVOEGSEL = 'antwoord:';

export function antwoordVerwijzing(identificatie: string): string {
  return `${VOORVOEGSEL}${identificatie}`;
}

/** The verdict with the ids that its answers were given (in their order) in place of the references to them. */
export function metAntwoordIds(verdict: Verdict, ids: readonly string[]): Verdict {
  const bij = new Map(verdict.antwoorden.map((a, i) => [antwoordVerwijzing(a.identificatie), ids[i]]));
  const mutaties = verdict.mutaties.map((mutatie): Mutatie => {
    if (mutatie.soort !== 'toewijzing') return mutatie;
    const berichtId = bij.get(mutatie.toewijzing.berichtId);
    return berichtId === undefined ? mutatie : { ...mutatie, toewijzing: { ...mutatie.toewijzing, berichtId } };
  });
  return { ...verdict, mutaties };
}
