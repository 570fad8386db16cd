import { metBudgetSignalen } from './budget-signalen.ts';
import type { TermijnContext } from './termijnen/termijn-wijziging.ts';
import { metTermijnen } from './termijnen/termijnen.ts';
import type { Verdict } from './verdict.ts';

/** The verdict with what follows from its other effects, whatever brought it: a message, a decision or a grant. */
export function metNasleep(verdict: Verdict, context: TermijnContext): Verdict {
  return metTermijnen(metBudgetSignalen(verdict, context), context);
}
