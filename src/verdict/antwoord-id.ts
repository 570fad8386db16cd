import { termijnSleutel } from '../requests/termijnen.ts';
import type { TermijnWijziging } from './termijnen/termijn-wijziging.ts';
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
  const termijnen = verdict.termijnen?.map((wijziging): TermijnWijziging => {
    if (wijziging.kind === 'done') return wijziging;
    const berichtId = bij.get(wijziging.termijn.berichtId);
    if (berichtId === undefined) return wijziging;
    const { soort, sleutel } = wijziging.termijn;
    const hernoemd = soort === 'start' || soort === 'stop' ? sleutel : termijnSleutel.antwoord(berichtId);
    return { kind: 'runs', termijn: { ...wijziging.termijn, berichtId, sleutel: hernoemd } };
  });
  return { ...verdict, mutaties, ...(termijnen === undefined ? {} : { termijnen }) };
}
