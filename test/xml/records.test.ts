import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BerichtType } from '../../src/standard/message-types.ts';
import { modelOf } from '../../src/standard/model.ts';
import { readBericht } from '../../src/xml/read/read.ts';
import { recordsIn } from '../../src/xml/read/records.ts';
import { bytes, jw305, jw306, jw315 } from './voorbeeld.ts';

const records = (xml: string, type: BerichtType = 'JW305') => recordsIn(xml, 'Bericht', modelOf('3.2', type).herhaald);

/** With a comment before the root, so that the parser reads the text whole. */
const geheel = (xml: string) => xml.replace(/<(?=(?:\w+:)?Bericht\b)/, '<!-- -->$&');

describe('taking a text apart', () => {
  it('gives markups without values, the same for records that differ in values only', () => {
    const bericht = records(jw305({ starts: 3 }));
    const starts = bericht?.delen.filter((deel) => typeof deel !== 'string') ?? [];
    expect(starts).toHaveLength(3);
    expect(new Set(starts.map((deel) => deel.opmaak)).size).toBe(1);
    expect(starts[0]?.delen).toEqual(['12', '45', '45A01', '2024-01-02', '1']);
    expect(bericht?.opmaak).not.toMatch(/\d{4}|xmlns/);
  });

  it.each([
    ['a comment', jw315('a<!-- -->b')],
    ['CDATA', jw315('<![CDATA[<b>]]>')],
    ['an instruction', jw315('a<?b c?>')],
    ['an attribute', jw305().replace('<jw305:Client>', '<jw305:Client xmlns:z="urn:z">')],
    ['a > inside an attribute of the root', jw305().replace('<jw305:Bericht', '<jw305:Bericht a="b>"')],
    ['another root', '<a><b>1</b></a>'],
    ['an empty root', '<Bericht/>'],
    ['markup that breaks off', jw305().slice(0, -30)],
    ['nothing', ''],
  ])('leaves it to the parser: %s', (_, xml) => {
    expect(records(xml)).toBeNull();
  });
});

describe('reading by the record', () => {
  const alsGeheel = (xml: string, type: BerichtType) => {
    expect(records(geheel(xml), type)).toBeNull();
    expect(records(xml, type)).not.toBeNull();
    const [deels, heel] = [xml, geheel(xml)].map((tekst) => readBericht(bytes(tekst), type, '3.2'));
    expect(JSON.stringify(deels)).toBe(JSON.stringify(heel));
  };

  it.each<[string, string, BerichtType]>([
    ['a message', jw305({ starts: 2 }), 'JW305'],
    ['without a prefix', jw306(), 'JW306'],
    ['CR/LF', jw305().replaceAll('\n', '\r\n'), 'JW305'],
    ['on one line', jw305().replaceAll(/>\s+</g, '><'), 'JW305'],
    ['no declaration', jw305({ kop: '' }), 'JW305'],
    ['blanks in tags', jw305().replaceAll(/(\w)>/g, '$1 \n>'), 'JW305'],
    ['blanks round values', jw305().replaceAll(/>([^<\s]+)</g, '>\t$1\r\n<'), 'JW305'],
    [
      'an element that ends where it begins',
      jw305().replace(/<jw305:StartProduct>[\s\S]*<\/jw305:StartProduct>/, '<jw305:StartProduct/>'),
      'JW305',
    ],
    ['an empty record', jw305().replace(/(<jw305:StartProduct>)[\s\S]*(<\/jw305:StartProduct>)/, '$1 $2'), 'JW305'],
    ['an empty group', jw305().replace(/(<jw305:StartProducten>)[\s\S]*(<\/jw305:StartProducten>)/, '$1\n$2'), 'JW305'],
    ['an empty value', jw315(''), 'JW315'],
    ['> in a value', jw315('a > b >'), 'JW315'],
  ])('comes to the same as reading whole: %s', (_, xml, type) => alsGeheel(xml, type));

  it('comes to the same as reading whole: any value', () => {
    const teken = fc.constantFrom(
      'a',
      ' ',
      '\n',
      '\r',
      '\t',
      '>',
      '&amp;',
      '&#65;',
      '&#x000000041;',
      '&lt;',
      '&#38;lt;',
      'é',
      '𝒂',
      '0',
      '.',
      '&#13;',
    );
    fc.assert(
      fc.property(fc.array(teken, { maxLength: 12 }), (tekens) => alsGeheel(jw315(tekens.join('')), 'JW315')),
      { numRuns: 500 },
    );
  });
});
