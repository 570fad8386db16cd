import type { Verdict } from '../verdict.ts';
import { antwoordTermijnen } from './antwoord.ts';
import { leveringTermijnen } from './levering.ts';
import type { TermijnContext } from './termijn-wijziging.ts';
import { verzoekTermijnen } from './verzoek.ts';

/** The verdict with what it does to the terms (docs/decisions/terms.md); read from its other effects. */
export function metTermijnen(verdict: Verdict, context: TermijnContext): Verdict {
  const soorten = [antwoordTermijnen, verzoekTermijnen, leveringTermijnen];
  const termijnen = soorten.flatMap((soort) => soort(verdict, context));
  return termijnen.length === 0 ? verdict : { ...verdict, termijnen };
}
