import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isStapeling, stapelingen } from '../../src/rules/stapeling.ts';
import { plusDagen } from '../../src/standard/datum.ts';

const dag = fc.integer({ min: 0, max: 20 }).map((n) => plusDagen('2026-01-01', n));
const product = fc.constantFrom(
  { categorie: '45', code: '45A01' },
  { categorie: '45', code: '45A02' },
  { categorie: '45', code: null },
  { categorie: '46', code: '46A01' },
  { categorie: null, code: null },
);
const item = fc
  .record({ begin: dag, duur: fc.option(fc.integer({ min: 0, max: 4 })), product })
  .map(({ begin, duur, product: p }) => ({ begin, einde: duur === null ? null : plusDagen(begin, duur), ...p }));

describe('stacking', () => {
  it('is found exactly where comparing each with each would find it', () => {
    fc.assert(
      fc.property(fc.array(item, { maxLength: 8 }), (items) => {
        const volgorde = [...items].sort((a, b) => (a.begin < b.begin ? -1 : a.begin > b.begin ? 1 : 0));
        const naief = volgorde.filter((nu, i) => volgorde.slice(0, i).some((eerder) => isStapeling(nu, eerder)));
        const gevonden = stapelingen(items);
        expect(gevonden.map((s) => s.item)).toEqual(naief);
        for (const { item: nu, eerder } of gevonden) expect(isStapeling(nu, eerder)).toBe(true);
      }),
    );
  });

  it('does not compare each with each: 20,000 products cost little more than sorting them', () => {
    let gelezen = 0;
    const items = Array.from({ length: 20_000 }, (_, i) => ({
      categorie: '45',
      code: `45A${i % 100}`,
      begin: plusDagen('2020-01-01', Math.floor(i / 100) * 2),
      get einde() {
        gelezen++;
        return plusDagen('2020-01-01', Math.floor(i / 100) * 2);
      },
    }));
    expect(stapelingen(items)).toEqual([]);
    expect(gelezen).toBeLessThan(20 * items.length);
  });
});
