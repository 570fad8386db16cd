import type { Bericht, Groep, Waarde } from '../xml/tree.ts';

/** The same message with other values at paths of local names: `Client/…/ToegewezenProduct[2]/Omvang/Volume`. */
export function met(
  basis: Bericht,
  ...wijzigingen: readonly (readonly [pad: string, waarde: Waarde | undefined])[]
): Bericht {
  const inhoud = wijzigingen.reduce((nu, [pad, waarde]) => zet(nu, pad.split('/'), waarde), basis.inhoud);
  return { ...basis, inhoud };
}

/** The same message without the elements at these paths. */
export function zonder(basis: Bericht, ...paden: readonly string[]): Bericht {
  return met(basis, ...paden.map((pad) => [pad, undefined] as const));
}

/** The same message with a copy of the last item of a list behind it, changed as told. */
export function erbij(basis: Bericht, lijst: string, wijziging: Groep = {}): Bericht {
  const items = opPad(basis.inhoud, lijst.split('/')) as readonly Groep[];
  return met(basis, [lijst, [...items, { ...items.at(-1), ...wijziging }]]);
}

function opPad(groep: Groep, stappen: readonly string[]): Waarde | undefined {
  let hier: Waarde | undefined = groep;
  for (const stap of stappen) {
    const [naam, plaats] = ontleed(stap);
    const kind: Waarde | undefined = (hier as Groep)[naam];
    hier = Array.isArray(kind) && plaats !== null ? kind[plaats - 1] : kind;
  }
  return hier;
}

function zet(groep: Groep, stappen: readonly string[], waarde: Waarde | undefined): Groep {
  const [eerste = '', ...rest] = stappen;
  const [naam, plaats] = ontleed(eerste);
  const kind = groep[naam];
  if (rest.length === 0 && plaats === null) return { ...groep, [naam]: waarde };
  if (Array.isArray(kind)) {
    const items = kind as readonly Groep[];
    return { ...groep, [naam]: items.map((item, i) => (i === (plaats ?? 1) - 1 ? zet(item, rest, waarde) : item)) };
  }
  return { ...groep, [naam]: zet((kind ?? {}) as Groep, rest, waarde) };
}

/** A step names an element, and which of a list; the first when it does not say. */
function ontleed(stap: string): [naam: string, plaats: number | null] {
  const [, naam, plaats] = /^(\w+)\[(\d+)\]$/.exec(stap) ?? [];
  return naam === undefined ? [stap, null] : [naam, Number(plaats)];
}
