import type { Bevinding } from '../../../findings/bevinding.ts';
import { kenmerkVeld } from '../../../xml/kenmerk.ts';

/** Begin and end tag of a line of a declaratie, whatever the prefix. */
const BEGIN = /<(?:[\w.-]{1,40}:)?Prestatie>/g;
const EINDE = /<\/(?:[\w.-]{1,40}:)?Prestatie>/g;
const REFERENTIE = /<(?:[\w.-]{1,40}:)?ReferentieNummer>([^<]{1,64})</;

/** Of findings in this XML the ReferentieNummer of the line of a declaratie that each is about; null of what is in none. */
export function prestatieOf(xml: string | null): (een: Pick<Bevinding, 'lijn' | 'kolom'>) => string | null {
  if (xml === null) return () => null;
  const begins = [...xml.matchAll(BEGIN)].map(({ index }) => index);
  if (begins.length === 0) return () => null;
  const regels = lineStarts(xml);
  return ({ lijn, kolom }) => {
    if (lijn === null) return null;
    const plek = (regels[lijn - 1] ?? xml.length) + (kolom ?? 1) - 1;
    const eind = regels[lijn] ?? xml.length;
    // Without a column: the line of a declaratie that begins on this line of text, or in which it lies.
    const begin = begins[last(begins, kolom === null ? eind - 1 : plek)];
    if (begin === undefined) return null;
    EINDE.lastIndex = begin;
    const tot = EINDE.exec(xml)?.index ?? xml.length;
    if (tot < plek) return null;
    const [, referentie] = REFERENTIE.exec(xml.slice(begin, tot)) ?? [];
    return referentie === undefined ? null : kenmerkVeld(referentie);
  };
}

/** The last of these, in order, that is not beyond a place; -1 when all are. */
function last(van: readonly number[], plek: number): number {
  let [laag, hoog] = [0, van.length];
  while (laag < hoog) {
    const midden = (laag + hoog) >> 1;
    if ((van[midden] ?? 0) <= plek) laag = midden + 1;
    else hoog = midden;
  }
  return laag - 1;
}

function lineStarts(xml: string): number[] {
  const starts = [0];
  for (let at = xml.indexOf('\n'); at !== -1; at = xml.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** The ReferentieNummers of the lines of a declaratie, in order. */
export function referentiesIn(xml: string): readonly string[] {
  return prestatiesIn(xml).flatMap(({ referentie }) => (referentie === null ? [] : [referentie]));
}

/** The lines of a declaratie as they stand in its text, in order. */
export function prestatiesIn(xml: string): readonly { readonly referentie: string | null; readonly tekst: string }[] {
  return [...xml.matchAll(BEGIN)].map(({ index }) => {
    EINDE.lastIndex = index;
    const tekst = xml.slice(index, EINDE.exec(xml)?.index ?? xml.length);
    const [, referentie] = REFERENTIE.exec(tekst) ?? [];
    return { tekst, referentie: referentie === undefined ? null : kenmerkVeld(referentie) };
  });
}
