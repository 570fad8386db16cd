import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gate } from '../../src/xml/gate/gate.ts';
import { jw305, jw306 } from './voorbeeld.ts';

/** Path (below Bericht) and sentence of every finding of level 1. */
function bevindingen(xml: string) {
  const uitslag = gate(new TextEncoder().encode(xml));
  if (uitslag.kind === 'accepted') return [];
  expect(uitslag.niveau).toBe(1);
  return uitslag.bevindingen.map(({ pad, melding }) => [pad?.replace('/Bericht/', '') ?? '', melding] as const);
}
const paden = (xml: string) => bevindingen(xml).map(([pad]) => pad);
const zonder = (xml: string, naam: string) => xml.replace(new RegExp(`\\s*<jw305:${naam}>.*?</jw305:${naam}>`), '');
/** The lines of an element, moved before another one. */
function verplaatst(xml: string, naam: string, voor: string): string {
  const element = new RegExp(`<jw305:${naam}>.*?</jw305:${naam}>`).exec(xml)?.[0] ?? '';
  return xml.replace(element, '').replace(`<jw305:${voor}>`, `${element}<jw305:${voor}>`);
}

describe('every error in a group of children is told', () => {
  const FOO = '<jw305:Foo>1</jw305:Foo><jw305:Bar><jw305:Bsn>x</jw305:Bsn></jw305:Bar>';

  it('two foreign elements in a row, and one further on', () => {
    const xml = jw305().replace('<jw305:Bsn>', `${FOO}<jw305:Bsn>`).replace('<jw305:Naam>', '<ijw:Baz/><jw305:Naam>');
    const gevonden = bevindingen(xml);
    expect(gevonden.map(([pad]) => pad)).toEqual(['Client/Foo', 'Client/Bar', 'Client/Baz']);
    expect(gevonden[1]?.[1]).toBe(
      'Bar hoort hier niet: Client kent dit element niet. Verwijder Bar of zet het op de juiste plaats.',
    );
  });

  it.each([
    ['a value', jw305({ bsn: '12' }), ['Client/Foo', 'Client/Bar', 'Client/Bsn']],
    [
      'a value that is narrowed in place',
      jw305().replace('>438<', '>439<').replace('<jw305:BerichtCode>', '<jw305:Vreemd/><jw305:BerichtCode>'),
      ['Header/Vreemd', 'Header/BerichtCode', 'Client/Foo', 'Client/Bar'],
    ],
    ['what is missing', zonder(jw305(), 'Geslacht'), ['Client', 'Client/Foo', 'Client/Bar']],
    [
      'what is there twice',
      jw305().replace('<jw305:Naam>', '<jw305:Geslacht>2</jw305:Geslacht><jw305:Naam>'),
      ['Client/Foo', 'Client/Bar', 'Client/Geslacht[2]'],
    ],
    [
      'what is out of its place',
      verplaatst(jw305(), 'Geboortedatum', 'StartProducten'),
      ['Client/Foo', 'Client/Bar', 'Client/Geboortedatum'],
    ],
    [
      'another namespace',
      jw305().replaceAll('jw305:Geslacht', 'ijw:Geslacht'),
      ['Client/Foo', 'Client/Bar', 'Client/Geslacht'],
    ],
  ])('after it: %s', (_, xml, verwacht) => {
    expect(paden(xml.replace('<jw305:Bsn>', `${FOO}<jw305:Bsn>`))).toEqual(verwacht);
  });

  it('all that is missing at the end, and in a row', () => {
    const leeg = jw305().replace(/<jw305:Begindatum>[\s\S]*?<\/jw305:StatusAanlevering>/, '');
    expect(bevindingen(leeg).map(([, melding]) => melding)).toEqual([
      expect.stringMatching(/Begindatum ontbreekt/),
      expect.stringMatching(/StatusAanlevering ontbreekt/),
    ]);
    expect(paden(zonder(zonder(jw305(), 'Geslacht'), 'Naam'))).toEqual(['Client', 'Client/StartProducten']);
  });
});

describe('one error is told once', () => {
  it.each([
    ['a required element is missing', zonder(jw305(), 'Geslacht'), ['Client/Naam']],
    ['an element comes late', verplaatst(jw305(), 'Geslacht', 'StartProducten'), ['Client/Naam']],
    ['an element comes early', verplaatst(jw305(), 'Naam', 'Bsn'), ['Client/Naam']],
    [
      'an element is there twice',
      jw305().replace('<jw305:Naam>', '<jw305:Bsn>999900006</jw305:Bsn><jw305:Naam>'),
      ['Client/Bsn[2]'],
    ],
  ])('%s', (_, xml, verwacht) => {
    expect(paden(xml)).toEqual(verwacht);
  });

  it('however many foreign elements stand wherever', () => {
    let alle = 0;
    const plekken = fc.array(fc.nat({ max: 10_000 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(fc.constantFrom(jw305({ starts: 2 }), jw306()), plekken, (xml, keuzes) => {
        const tags = [...xml.matchAll(/<(?!\?|\/|jw305:Bericht |Bericht |[\w:]*Bericht[ >])/g)].map(
          ({ index }) => index,
        );
        const bij = [...new Set(keuzes.map((keuze) => tags[keuze % tags.length] ?? 0))].sort((a, b) => b - a);
        const fout = bij.reduce(
          (tekst, plek, i) => `${tekst.slice(0, plek)}<Vreemd${i} xmlns="x"/>${tekst.slice(plek)}`,
          xml,
        );
        const gevonden = paden(fout);
        expect(gevonden.map((pad) => pad.slice(pad.lastIndexOf('/') + 1)).sort()).toEqual(
          bij.map((_, i) => `Vreemd${i}`),
        );
        alle += gevonden.length;
      }),
      { numRuns: 200 },
    );
    expect(alle).toBeGreaterThan(300);
  });
});
