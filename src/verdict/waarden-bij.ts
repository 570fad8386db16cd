import type { Groep, Waarde } from '../xml/tree.ts';

/**
 * The different values of all elements with one of these names, anywhere below the group, in document order. One walk
 * for all names: a declaratie may hold a hundred thousand prestaties.
 */
export function waardenBij<N extends string>(groep: Groep, ...namen: readonly N[]): (naam: N) => readonly string[] {
  const gevonden = new Map<string, Set<string>>(namen.map((naam) => [naam, new Set<string>()]));
  verzamel(groep, gevonden);
  return (naam) => [...(gevonden.get(naam) ?? [])];
}

function verzamel(groep: Groep, gevonden: Map<string, Set<string>>): void {
  for (const naam in groep) {
    const waarde = groep[naam];
    if (typeof waarde === 'string') gevonden.get(naam)?.add(waarde);
    else if (Array.isArray(waarde)) {
      for (const item of waarde as readonly Waarde[]) if (typeof item !== 'string') verzamel(item as Groep, gevonden);
    } else if (waarde !== undefined) verzamel(waarde as Groep, gevonden);
  }
}
