/**
 * What is wrong with the children of one element, all of it: libxml2 stops at the first child that it does not expect, and
 * names only the first that is missing. Ours completes the engine's verdict, it never makes one.
 */
import type { ModelKlasse } from '../../standard/model.ts';

/** A child by its names, as an element of libxml2 tells them: read when asked for, kept nowhere. */
export interface KindNaam {
  readonly name: string;
  readonly namespaceUri: string;
}

export type VolgordeFout =
  /** The class knows no such element · it is there already · it comes too early or too late · another namespace. */
  | { readonly soort: 'onbekend' | 'herhaald' | 'misplaatst' | 'naamruimte'; readonly plek: number }
  /** Required, and not there. */
  | { readonly soort: 'ontbreekt'; readonly naam: string };

/** What the engine said of these children: the one it stopped at (null: it read them all), and what it expected there. */
export interface Gezegd {
  readonly plek: number | null;
  readonly verwacht: ReadonlySet<string>;
}

/**
 * The faults that the engine did not tell, one at a time: who takes no more than a report shows makes no more, for a file of
 * hundreds of thousands of wrong children would hold one for each.
 */
export function* volgordeFouten(
  kinderen: readonly KindNaam[],
  klasse: ModelKlasse,
  namespaces: Readonly<Record<'bericht' | 'basis', string>>,
  gezegd: Gezegd,
): Generator<VolgordeFout, void, void> {
  const rang = new Map(klasse.kinderen.map((kind, i) => [kind.naam, i]));
  const gezien = new Set<string>();
  const geordend: { readonly plek: number; readonly rang: number }[] = [];
  for (const [plek, { name, namespaceUri }] of kinderen.entries()) {
    const kind = klasse.kind.get(name);
    const soort = soortFout(kind, kind !== undefined && namespaces[kind.namespace] === namespaceUri, gezien.has(name));
    if (soort === null) geordend.push({ plek, rang: rang.get(name) ?? 0 });
    else if (plek !== gezegd.plek) yield { soort, plek };
    if (kind !== undefined) gezien.add(name);
  }
  const blijft = inVolgorde(geordend, gezegd.plek);
  // A child that is in its place was unexpected because of what should stand before it; the engine has named that.
  const verklaard = gezegd.plek === null || blijft.has(gezegd.plek) ? gezegd.verwacht : new Set<string>();
  for (const { plek } of geordend) {
    if (blijft.has(plek) || plek === gezegd.plek || verklaard.has(kinderen[plek]?.name ?? '')) continue;
    yield { soort: 'misplaatst', plek };
  }
  for (const { naam, verplicht } of klasse.kinderen) {
    if (verplicht && !gezien.has(naam) && !verklaard.has(naam)) yield { soort: 'ontbreekt', naam };
  }
}

/** What is wrong with a child by itself; null when it may stand somewhere here. */
function soortFout(
  kind: ModelKlasse['kinderen'][number] | undefined,
  eigenNaamruimte: boolean,
  wasEr: boolean,
): 'onbekend' | 'naamruimte' | 'herhaald' | null {
  if (kind === undefined) return 'onbekend';
  if (!eigenNaamruimte) return 'naamruimte';
  return wasEr && kind.kind !== 'list' ? 'herhaald' : null;
}

/** Places of the most children that follow the order of the schema; of equal choices one without `liever niet`. */
function inVolgorde(
  kinderen: readonly { readonly plek: number; readonly rang: number }[],
  lieverNiet: number | null,
): ReadonlySet<number> {
  const alle = langsteReeks(kinderen);
  const zonder = langsteReeks(kinderen.filter(({ plek }) => plek !== lieverNiet));
  return zonder.size === alle.size ? zonder : alle;
}

/** The longest run whose rang never goes down (patience sorting). */
function langsteReeks(kinderen: readonly { readonly plek: number; readonly rang: number }[]): Set<number> {
  const eind: number[] = [];
  const vorige: number[] = [];
  kinderen.forEach(({ rang }, i) => {
    let van = 0;
    let tot = eind.length;
    while (van < tot) {
      const midden = (van + tot) >> 1;
      if ((kinderen[eind[midden] ?? 0]?.rang ?? 0) <= rang) van = midden + 1;
      else tot = midden;
    }
    vorige[i] = van === 0 ? -1 : (eind[van - 1] ?? -1);
    eind[van] = i;
  });
  const plekken = new Set<number>();
  for (let i = eind.at(-1) ?? -1; i !== -1; i = vorige[i] ?? -1) plekken.add(kinderen[i]?.plek ?? -1);
  return plekken;
}
