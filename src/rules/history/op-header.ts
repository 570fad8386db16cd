import type { Klasse } from '../klasse.ts';
import type { Afkeur, Omgeving } from '../regel.ts';

/**
 * The same check, with the retourcode on the Header: for iJW 2.3, where a rule without a code of its own makes the whole
 * message 0001. The finding itself points at the element.
 */
export function opHeader(
  toets: (klasse: Klasse, omgeving: Omgeving) => readonly Afkeur[],
): (klasse: Klasse, omgeving: Omgeving) => readonly Afkeur[] {
  return (klasse, omgeving) => {
    const drager = omgeving.klassen.find((k) => k.naam === 'Header');
    if (drager === undefined) return [];
    return toets(klasse, omgeving).map((afkeur) => ({ ...afkeur, drager }));
  };
}
