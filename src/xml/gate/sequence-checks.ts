/**
 * What is wrong with the children of one element, all of it: libxml2 stops at the first child that it does not expect, and
 * names only the first that is missing. Ours completes the engine's verdict, it never makes one.
 */
import type { ModelKlasse } from '../../standard/model.ts';

/** A child by its names, in document order. */
export interface KindNaam {
  readonly naam: string;
  readonly namespace: string;
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

/** The faults that the engine did not tell. */
export function volgordeFouten(
  kinderen: readonly KindNaam[],
  klasse: ModelKlasse,
  namespaces: Readonly<Record<'bericht' | 'basis', string>>,
  gezegd: Gezegd,
): VolgordeFout[] {
  const rang = new Map(klasse.kinderen.map((kind, i) => [kind.naam, i]));
  const fouten: VolgordeFout[] = [];
  const gezien = new Set<string>();
  const geordend: { readonly plek: number; readonly rang: number }[] = [];
  kinderen.forEach(({ naam, namespace }, plek) => {
    const kind = klasse.kind.get(naam);
    if (kind === undefined) fouten.push({ soort: 'onbekend', plek });
    else if (namespaces[kind.namespace] !== namespace) fouten.push({ soort: 'naamruimte', plek });
    else if (gezien.has(naam) && kind.kind !== 'list') fouten.push({ soort: 'herhaald', plek });
    else geordend.push({ plek, rang: rang.get(naam) ?? 0 });
    gezien.add(naam);
  });
  const blijft = inVolgorde(geordend, gezegd.plek);
  for (const { plek } of geordend) if (!blijft.has(plek)) fouten.push({ soort: 'misplaatst', plek });
  // A child that is in its place was unexpected because of what should stand before it; the engine has named that.
  const verklaard = gezegd.plek === null || blijft.has(gezegd.plek) ? gezegd.verwacht : new Set<string>();
  for (const { naam, verplicht } of klasse.kinderen) {
    if (verplicht && !gezien.has(naam) && !verklaard.has(naam)) fouten.push({ soort: 'ontbreekt', naam });
  }
  return fouten.filter((fout) => {
    if (fout.soort === 'ontbreekt') return true;
    return (
      fout.plek !== gezegd.plek && !(fout.soort === 'misplaatst' && verklaard.has(kinderen[fout.plek]?.naam ?? ''))
    );
  });
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
