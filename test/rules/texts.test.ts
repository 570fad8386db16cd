import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { REGELS } from '../../src/rules/catalogue.ts';
import { CONTENT_REGELS } from '../../src/rules/content/index.ts';
import type { inhoudsregel } from '../../src/rules/content/inhoudsregel.ts';
import { CONTENT_TEKSTEN } from '../../src/rules/content/texts.ts';
import type { DeclarationEntry } from '../../src/rules/declaration/declaration-entry.ts';
import { DECLARATION_REGELS } from '../../src/rules/declaration/index.ts';
import { DECLARATION_TEKSTEN } from '../../src/rules/declaration/texts.ts';
import type { contextregel } from '../../src/rules/history/contextregel.ts';
import { HISTORY_REGELS } from '../../src/rules/history/index.ts';
import { HISTORY_TEKSTEN } from '../../src/rules/history/texts.ts';
import { euro } from '../../src/rules/texts/euro.ts';
import { plekken, vul } from '../../src/rules/texts/vul.ts';
import { PACKAGE_ROOT } from '../../src/standard/schema-files.ts';

/** Code and text, once for each. */
const TEKSTEN = new Map(REGELS.map(({ code, tekst }) => [`${code} ${tekst}`, [code, tekst] as const]));

const STANDAARD = ['klasse', 'element', 'waarde'];

/** All that the rules of the three families say, to look up whether some rule gives a value of this name. */
const bronnen = ['content', 'history', 'declaration']
  .map((familie) => join(PACKAGE_ROOT, 'src', 'rules', familie))
  .flatMap((map) => readdirSync(map).map((bestand) => readFileSync(join(map, bestand), 'utf8')))
  .join('\n');

describe('the texts', () => {
  it.each([
    ['content', CONTENT_REGELS, CONTENT_TEKSTEN],
    ['history', HISTORY_REGELS, HISTORY_TEKSTEN],
    ['declaration', DECLARATION_REGELS, DECLARATION_TEKSTEN],
  ])('of %s are those of its rules, and none over', (_family, regels, teksten) => {
    expect(Object.keys(teksten).sort()).toEqual([...new Set(regels.map((regel) => regel.code))].sort());
  });

  it('are asked for by the compiler: a rule without one has no code', () => {
    expectTypeOf<Parameters<typeof inhoudsregel>[0]>().toEqualTypeOf<keyof typeof CONTENT_TEKSTEN>();
    expectTypeOf<Parameters<typeof contextregel>[0]>().toEqualTypeOf<keyof typeof HISTORY_TEKSTEN>();
    expectTypeOf<DeclarationEntry['code']>().toEqualTypeOf<keyof typeof DECLARATION_TEKSTEN>();
    expectTypeOf<'TR999'>().not.toExtend<keyof typeof CONTENT_TEKSTEN>();
    expect(REGELS.filter(({ tekst }) => tekst === '')).toEqual([]);
  });

  it('are one for each code', () => {
    expect(TEKSTEN.size).toBe(new Set(REGELS.map(({ code }) => code)).size);
  });

  it.each([...TEKSTEN.values()])('%s says what is wrong and what to do, in two sentences', (_code, tekst) => {
    expect(tekst.match(/[.!?](?= [A-Z{]|$)/g)).toHaveLength(2);
    expect(tekst).toMatch(/^[A-Z{].*\.$/);
  });

  it.each([...TEKSTEN.values()])('%s names no value that no rule gives', (_code, tekst) => {
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
