import type { Bevinding } from '../../../findings/bevinding.ts';
import { textPlaces } from '../../../xml/edit/text-places.ts';

/** From where to where, in characters: an element in a text, or what a finding points at. */
export interface Stuk {
  readonly begin: number;
  readonly eind: number;
}

/** Begin and end tag, whatever the prefix. */
const TAGS = {
  Client: [/<(?:[\w.-]{1,40}:)?Client>/g, /<\/(?:[\w.-]{1,40}:)?Client>/g],
  Prestatie: [/<(?:[\w.-]{1,40}:)?Prestatie>/g, /<\/(?:[\w.-]{1,40}:)?Prestatie>/g],
} as const;

/** The elements with this name, in order; none of them lies in another. */
export function stukkenVan(xml: string, naam: keyof typeof TAGS): readonly Stuk[] {
  const [begin, eind] = TAGS[naam];
  return [...xml.matchAll(begin)].map(({ index }) => {
    eind.lastIndex = index;
    return { begin: index, eind: eind.exec(xml)?.index ?? xml.length };
  });
}

/** Where findings stand in this text: a character, or a whole line of text where the column is not known; null of what has no place. */
export function plekIn(xml: string): (een: Pick<Bevinding, 'lijn' | 'kolom'>) => Stuk | null {
  const plaats = textPlaces(xml);
  return ({ lijn, kolom }) => {
    if (lijn === null) return null;
    const begin = plaats({ lijn, kolom: kolom ?? 1 });
    return { begin, eind: kolom === null ? plaats({ lijn: lijn + 1, kolom: 1 }) - 1 : begin };
  };
}

/** Number of the element that a place lies in, or that begins on it; -1 where it lies in none. */
export function stukBij(stukken: readonly Stuk[], plek: Stuk): number {
  let [laag, hoog] = [0, stukken.length];
  while (laag < hoog) {
    const midden = (laag + hoog) >> 1;
    if ((stukken[midden]?.begin ?? 0) <= plek.eind) laag = midden + 1;
    else hoog = midden;
  }
  const stuk = stukken[laag - 1];
  return stuk === undefined || stuk.eind < plek.begin ? -1 : laag - 1;
}
