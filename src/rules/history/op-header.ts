import type { Klasse } from '../klasse.ts';
import type { Afkeur, Omgeving } from '../regel.ts';

/**
 * The same check, with the retourcode on the Header: for iJW 2.3, where a rule without a code of its own makes the whole
 * message 0001. The finding itself names the value, so that it can still be found.
 */
export function opHeader(
  toets: (klasse: Klasse, omgeving: Omgeving) => readonly Afkeur[],
): (klasse: Klasse, omgeving: Omgeving) => readonly Afkeur[] {
  return (klasse, omgeving) => {
    const header = omgeving.klassen.find((k) => k.naam === 'Header');
    if (header === undefined) return [];
    return toets(klasse, omgeving).map((afkeur) => {
      const waarde = klasse.waarden[afkeur.element];
      return { klasse: header, element: '', waarden: typeof waarde === 'string' ? { waarde } : {} };
    });
  };
}
