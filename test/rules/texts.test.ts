import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { REGELS } from '../../src/rules/catalogue.ts';
import { euro } from '../../src/rules/texts/euro.ts';
import { TEKSTEN } from '../../src/rules/texts/index.ts';
import { plekken, vul } from '../../src/rules/texts/vul.ts';
import { PACKAGE_ROOT } from '../../src/standard/schema-files.ts';

const STANDAARD = ['klasse', 'element', 'waarde'];

/** All that the rules of the three families say, to look up whether some rule gives a value of this name. */
const bronnen = ['content', 'history', 'declaration']
  .map((familie) => join(PACKAGE_ROOT, 'src', 'rules', familie))
  .flatMap((map) => readdirSync(map).map((bestand) => readFileSync(join(map, bestand), 'utf8')))
  .join('\n');

describe('the texts', () => {
  it('are one for each rule, and none over', () => {
    expect(Object.keys(TEKSTEN).sort()).toEqual([...new Set(REGELS.map((regel) => regel.code))].sort());
  });

  it.each(Object.entries(TEKSTEN))('%s says what is wrong and what to do, in two sentences', (_code, tekst) => {
    expect(tekst.match(/[.!?](?= [A-Z{]|$)/g)).toHaveLength(2);
    expect(tekst).toMatch(/^[A-Z{].*\.$/);
  });

  it.each(Object.entries(TEKSTEN))('%s names no value that no rule gives', (_code, tekst) => {
    for (const plek of plekken(tekst).filter((naam) => !STANDAARD.includes(naam))) {
      expect(new RegExp(`\\b${plek}\\b(?=[:,\\s}])`).test(bronnen), plek).toBe(true);
    }
  });
});

describe('filling a text', () => {
  it('puts every value in its place and leaves an unknown place as it stands', () => {
    expect(vul('{klasse} heeft {waarde}, niet {anders}.', { klasse: 'Client', waarde: '{klasse}' })).toBe(
      'Client heeft {klasse}, niet {anders}.',
    );
  });
});

describe('an amount', () => {
  it.each([
    [0, '0,00 euro'],
    [5, '0,05 euro'],
    [123456, '1.234,56 euro'],
    [-100000000, '-1.000.000,00 euro'],
  ])('of %i cents', (centen, tekst) => {
    expect(euro(centen)).toBe(tekst);
  });

  it('can be read back', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), (centen) => {
        expect(Number(euro(centen).replace(/[^\d-]/g, ''))).toBe(centen);
      }),
    );
  });
});
