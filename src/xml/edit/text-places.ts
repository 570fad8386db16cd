import type { Plaats } from '../read/position-index.ts';

const TWO_UNITS = /[\ud800-\udbff]/;

/**
 * Where in a text (as a string counts) a line and column stand, both from 1. A column counts code points, of which some are two
 * in a string. What lies beyond the end of the text is its end; quickest for places that are asked for in their order.
 */
export function textPlaces(xml: string): (place: Plaats) => number {
  const starts = lineStarts(xml);
  const walk = TWO_UNITS.test(xml);
  let [line, column, at] = [0, 1, 0];
  return ({ lijn, kolom }) => {
    const start = starts[lijn - 1];
    if (start === undefined) return xml.length;
    if (!walk) return Math.min(start + kolom - 1, xml.length);
    if (lijn !== line || kolom < column) [line, column, at] = [lijn, 1, start];
    while (column < kolom && at < xml.length) {
      at += (xml.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
      column++;
    }
    return at;
  };
}

function lineStarts(xml: string): number[] {
  const starts = [0];
  for (let at = xml.indexOf('\n'); at !== -1; at = xml.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}
