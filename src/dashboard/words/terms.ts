import { type TermijnSoort, termijnDuur } from '../../requests/termijnen.ts';

/** What is waited for. */
export const TERMIJN_NAMEN: Readonly<Record<TermijnSoort, string>> = {
  retour: 'retourbericht',
  'declaratie-antwoord': 'antwoord op declaratie (JW325)',
  'factuur-antwoord': 'antwoord op declaratie of factuur (JW304)',
  'verzoek-om-toewijzing': 'besluit op verzoek om toewijzing',
  'verzoek-om-wijziging': 'besluit op verzoek om wijziging',
  onderzoek: 'besluit na onderzoek',
  woonplaatsbeginsel: 'afwijzing om woonplaatsbeginsel',
  start: 'startbericht (JW305)',
  stop: 'stopbericht (JW307)',
};

/** Why a decision is due on its day: `in onderzoek: 8 weken na de dagtekening van het verzoek`; null for another term. */
export function besluitUitleg(soort: string): string | null {
  if (soort === 'onderzoek') return `in onderzoek: ${termijnDuur(soort).weken} weken na de dagtekening van het verzoek`;
  if (soort === 'verzoek-om-toewijzing' || soort === 'verzoek-om-wijziging')
    return `${termijnDuur(soort).werkdagen} werkdagen na ontvangst`;
  return null;
}
