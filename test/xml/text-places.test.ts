import { describe, expect, it } from 'vitest';
import { textPlaces } from '../../src/xml/edit/text-places.ts';

const plaats = (lijn: number, kolom: number) => ({ lijn, kolom });

describe('the place of a line and column in a text', () => {
  it.each(['abc\nd<e>f\n', 'a😀c\nd<e>f\n'])('counts characters: %j', (xml) => {
    const at = textPlaces(xml);
    expect(xml.slice(at(plaats(2, 2)))).toBe('<e>f\n');
    expect(xml.slice(at(plaats(1, 3)))).toBe('c\nd<e>f\n');
    // Backwards too.
    expect(at(plaats(1, 1))).toBe(0);
    expect(at(plaats(9, 4))).toBe(xml.length);
  });

  it('is not off by what takes two places in a string, on the same line', () => {
    const xml = '<a>😀😀</a><b/>';
    const at = textPlaces(xml);
    expect([at(plaats(1, 4)), at(plaats(1, 5)), xml.slice(at(plaats(1, 10)))]).toEqual([3, 5, '<b/>']);
  });
});
