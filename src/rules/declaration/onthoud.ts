import type { Klasse } from '../klasse.ts';
import type { Lopend, Omgeving } from '../regel.ts';

/**
 * Memoised per klasse and judgement: several rules look at each line, and a message may hold 30,000.
 * The running state names the judgement; it goes when the judgement goes.
 */
export function onthoud<T>(
  bereken: (klasse: Klasse, omgeving: Omgeving) => T,
): (klasse: Klasse, omgeving: Omgeving) => T {
  const bekend = new WeakMap<Lopend, Map<Klasse, T>>();
  return (klasse, omgeving) => {
    let antwoorden = bekend.get(omgeving.lopend);
    if (antwoorden === undefined) {
      antwoorden = new Map();
      bekend.set(omgeving.lopend, antwoorden);
    }
    const eerder = antwoorden.get(klasse);
    if (eerder !== undefined || antwoorden.has(klasse)) return eerder as T;
    const antwoord = bereken(klasse, omgeving);
    antwoorden.set(klasse, antwoord);
    return antwoord;
  };
}

/** Computed once per message instead of once per klasse. */
export function onthoudPerBericht<T>(bereken: (omgeving: Omgeving) => T): (omgeving: Omgeving) => T {
  const bekend = new WeakMap<Lopend, { readonly antwoord: T }>();
  return (omgeving) => {
    const eerder = bekend.get(omgeving.lopend);
    if (eerder !== undefined) return eerder.antwoord;
    const antwoord = bereken(omgeving);
    bekend.set(omgeving.lopend, { antwoord });
    return antwoord;
  };
}
