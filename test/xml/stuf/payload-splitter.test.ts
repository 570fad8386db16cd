import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { schrijfEnvelop } from '../../../src/xml/stuf/write-envelope.ts';
import { envelop, gelezen, gesplitst } from './make.ts';

const doc = (inhoud: string) =>
  `<a><!-- <xmlBestand>Zm91dA==</xmlBestand> --><G:xmlBestand>${inhoud}</G:xmlBestand><b/></a>`;
const payload = (inhoud: string, stuk?: number) => {
  const gevonden = gesplitst(doc(inhoud), stuk);
  return gevonden.payload === null ? null : Buffer.from(gevonden.payload).toString();
};
const HALLO = Buffer.from('hallo daar').toString('base64');

describe('the payload of an envelope, taken out as it comes in', () => {
  it('is what was put in, in whatever pieces it comes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.integer({ min: 1, max: 400 }), (bytes, stuk) => {
        const uit = gelezen(schrijfEnvelop(envelop(), bytes), stuk);
        expect(uit.kind).toBe('envelop');
        if (uit.kind === 'envelop') expect(Buffer.from(uit.payload)).toEqual(Buffer.from(bytes));
      }),
      { numRuns: 100 },
    );
  });

  it('leaves no trace of it in the skeleton, which is small whatever its size', () => {
    const { skelet, payloads } = gesplitst(doc(HALLO.repeat(9).replaceAll('=', 'A')));
    expect(Buffer.from(skelet).toString()).toBe(doc(''));
    expect(payloads).toBe(1);
  });

  it.each([
    ['line ends', `\r\n  ${HALLO.slice(0, 5)}\n\t${HALLO.slice(5)} `],
    ['line ends as Java writes them', `${HALLO.slice(0, 4)}&#13;\n${HALLO.slice(4)}&#xD;`],
    ['references to its own characters', HALLO.replaceAll('a', '&#97;')],
    ['CDATA', `<![CDATA[${HALLO}]]>`],
    [
      'CDATA in two, with a comment and an instruction between',
      `<![CDATA[${HALLO.slice(0, 3)}]]><!-- x --><?y?><![CDATA[${HALLO.slice(3)}]]>`,
    ],
    ['a comment inside it', `${HALLO.slice(0, 6)}<!-- <> ]]> -->${HALLO.slice(6)}`],
  ])('may be written with %s', (_naam, inhoud) => {
    for (const stuk of [1, 2, 7, 1000]) expect(payload(inhoud, stuk)).toBe('hallo daar');
  });

  it.each([
    ['a letter too few', HALLO.slice(0, -1)],
    ['a character that is not in it', `${HALLO.slice(0, 3)}-${HALLO.slice(4)}`],
    ['something after its end', `${HALLO}AAAA`],
    ['bits that are left over and not zero', 'aGE=aGE='],
    ['bits after the last byte', 'aGF='],
    ['an unknown reference', `&eacute;${HALLO}`],
    ['a reference that does not end', `${HALLO}&#1`],
    ['a bracket in CDATA', `<![CDATA[${HALLO.slice(0, 4)}]${HALLO.slice(4)}]]>`],
  ])('is none with %s', (_naam, inhoud) => {
    for (const stuk of [1, 3, 1000]) expect(payload(inhoud, stuk)).toBeNull();
  });

  it('counts more than one, and gives none of them', () => {
    expect(gesplitst('<a><xmlBestand>YQ==</xmlBestand><tekstBestand b="1">YQ==</tekstBestand></a>')).toMatchObject({
      payloads: 2,
      payload: null,
    });
  });

  it('knows a tag from a text that looks like one', () => {
    const xml = '<a t="<xmlBestand>"><![CDATA[<xmlBestand>]]><?pi <xmlBestand>?></a>';
    expect(gesplitst(xml)).toMatchObject({ payloads: 0, payload: null });
    expect(Buffer.from(gesplitst(xml, 1).skelet).toString()).toBe(xml);
  });

  it('stops when there is more around it than an envelope has', () => {
    const uit = gesplitst(`<a>${'x'.repeat(300 * 1024)}<xmlBestand>YQ==</xmlBestand></a>`);
    expect(uit.teLang).toBe(true);
    expect(uit.skelet.length).toBeLessThanOrEqual(256 * 1024);
  });

  it('takes 24 MB', () => {
    const groot = Buffer.alloc(18 * 1024 * 1024, 'jeugdhulp');
    const uit = gelezen(schrijfEnvelop(envelop(), groot));
    expect(uit.kind === 'envelop' && Buffer.from(uit.payload).equals(groot)).toBe(true);
  });
});
