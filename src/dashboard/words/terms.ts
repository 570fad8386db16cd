import type { TermijnSoort } from '../../requests/termijnen.ts';

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
