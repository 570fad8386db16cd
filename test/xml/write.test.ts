import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gate } from '../../src/xml/gate/gate.ts';
import { GRENZEN } from '../../src/xml/gate/poort-meldingen.ts';
import { readBericht } from '../../src/xml/read/read.ts';
import { type Bericht, type Groep, lijstVan } from '../../src/xml/tree.ts';
import { writeBericht, writeChecked } from '../../src/xml/write/write.ts';
import { bytes, jw305, jw306, jw315 } from './voorbeeld.ts';

const JW305 = readBericht(bytes(jw305({ starts: 3 })), 'JW305', '3.2');
const JW306 = readBericht(bytes(jw306()), 'JW306', '3.2');
const tekst = (bericht: Bericht) =>
  new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(writeBericht(bericht));

function metClient(bericht: Bericht, anders: Groep): Bericht {
  return { ...bericht, inhoud: { ...bericht.inhoud, Client: { ...(bericht.inhoud.Client as Groep), ...anders } } };
}

/** Text of characters that XML can hold, rich in what writers get wrong. */
const xmlTekst = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '&',
        '&amp;',
        '&#13;',
        '&#x41;',
        '&lt;',
        '<',
        '>',
        ']]>',
        '"',
        "'",
        '\r',
        '\n',
        '\r\n',
        '\t',
        ' ',
        '&#38;',
        '&quot;',
        '<!--',
        '?>',
        '{',
        '#',
        '@',
      ),
      fc
        .string({ unit: 'grapheme', maxLength: 4 })
        .filter((s) => /^[\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u.test(s)),
    ),
    { minLength: 1, maxLength: 12 },
  )
  .map((delen) => delen.join(''));

describe('writeBericht', () => {
  it('writes UTF-8 without BOM, CR/LF and the customary prefixes', () => {
    const geschreven = tekst(JW305);
    expect(geschreven).toMatch(
      /^<\?xml version="1\.0" encoding="UTF-8"\?>\r\n<jw305:Bericht xmlns:ijw="[^"]*3_2\/basisschema\/schema" xmlns:jw305="[^"]*3_2\/jw305\/schema">\r\n {2}<jw305:Header>\r\n {4}<jw305:BerichtCode>438</,
    );
    expect(geschreven).toContain('<jw305:Geboortedatum>\r\n');
    expect(geschreven).toContain('<ijw:Datum>2010-05-05</ijw:Datum>\r\n');
    expect(geschreven.endsWith('</jw305:Bericht>\r\n')).toBe(true);
    expect(geschreven).not.toMatch(/[^\r]\n|\r[^\n]/);
  });

  it.each([JW305, JW306])('comes back the same, through the gate', (bericht) => {
    const uit = writeChecked(bericht);
    expect(gate(uit).kind).toBe('accepted');
    expect(readBericht(uit, bericht.type, bericht.release)).toEqual(bericht);
  });

  it('puts elements in the order of the model, however the object was made', () => {
    const { StartProducten, ...rest } = JW305.inhoud.Client as Groep;
    const bericht = { ...JW305, inhoud: { Client: { StartProducten, ...rest }, Header: JW305.inhoud.Header } };
    expect(tekst(bericht)).toBe(tekst(JW305));
  });

  it('keeps any text that XML can hold', () => {
    const bericht = readBericht(bytes(jw315('x')), 'JW315', '3.2');
    fc.assert(
      fc.property(xmlTekst, (waarde) => {
        const uit = writeBericht(metClient(bericht, { Commentaar: waarde }));
        const terug = readBericht(uit, 'JW315', '3.2').inhoud.Client as Groep;
        // A line end in a file is CR/LF; a reader makes LF of it. Only a CR that is written as a reference stays.
        expect(terug.Commentaar).toBe(waarde);
      }),
      { numRuns: 300 },
    );
  });

  it.each(['\u0000', 'a\u0008', '\u001f', '\ud800', '\udc00a', '\ufffe'])('lets %j not out', (teken) => {
    expect(() => writeBericht(metClient(JW305, { Bsn: teken }))).toThrow('Bsn');
  });

  it.each<[string, Groep]>([
    ['Client lacks Bsn', { Bsn: undefined }],
    ['Client has no element Onbekend', { Onbekend: 'x' }],
    ['Bsn takes a value', { Bsn: { a: 'b' } }],
    ['Naam takes elements', { Naam: 'Wit' }],
    ['Geslacht is not a list', { Geslacht: ['1'] }],
    ['StartProducten lacks StartProduct', { StartProducten: { StartProduct: [] } }],
    ['StartProduct is a list', { StartProducten: { StartProduct: { a: 'b' } } }],
  ])('throws: %s', (fout, anders) => {
    expect(() => writeBericht(metClient(JW305, anders))).toThrow(fout);
  });
});

describe('writeChecked', () => {
  it('leaves indentation out of what would be too large for transport, and lets out what still is', () => {
    const client = JW305.inhoud.Client as Groep;
    const [product] = lijstVan(client, 'StartProducten/StartProduct');
    if (product === undefined) throw new Error('no product to repeat');
    const met = (aantal: number) =>
      metClient(JW305, { StartProducten: { StartProduct: Array.from({ length: aantal }, () => product) } });
    const per = tekst(met(2)).length - tekst(met(1)).length;
    const groot = met(Math.ceil((1.1 * GRENZEN.bytes) / per));
    const uit = writeChecked(groot);
    expect(uit.length).toBeLessThan(GRENZEN.bytes);
    expect(new TextDecoder().decode(uit.subarray(0, 2000))).not.toMatch(/>\s+</);
    expect(readBericht(uit, 'JW305', '3.2')).toEqual(groot);
    expect(writeChecked(met(Math.ceil((2 * GRENZEN.bytes) / per))).length).toBeGreaterThan(GRENZEN.bytes);
  });

  it('throws with codes and paths, never with values', () => {
    const schrijf = () => writeChecked(metClient(JW305, { Bsn: '99990000X' }));
    expect(schrijf).toThrow('XSD /Bericht/Client/Bsn');
    expect(schrijf).not.toThrow('99990000X');
  });
});
