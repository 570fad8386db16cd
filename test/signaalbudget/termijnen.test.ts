import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { termijnenVan, toetsTermijn } from '../../src/signaalbudget/termijnen.ts';

const RESULTAAT = [
  { percentage: 70, moment: 'start' },
  { percentage: 30, moment: 'einde' },
] as const;
const DUURZAAM = [{ percentage: 100, moment: 'maand' }] as const;
const JAAR = { ingangsdatum: '2019-03-15', einddatum: '2020-03-14' };

describe('agreed payments', () => {
  it('70 % at the start, the rest at the end', () => {
    expect(termijnenVan(600_000, RESULTAAT, JAAR)).toEqual([
      { moment: 'start', bedrag: 420_000 },
      { moment: 'einde', bedrag: 180_000 },
    ]);
  });

  it('a year is twelve equal months, from whatever day it runs', () => {
    expect(termijnenVan(1_200_000, DUURZAAM, JAAR).map((t) => t.bedrag)).toEqual(Array(12).fill(100_000));
    expect(termijnenVan(1_200_000, DUURZAAM, { ingangsdatum: '2019-01-01', einddatum: '2019-12-31' })).toHaveLength(12);
    expect(termijnenVan(1_200_000, DUURZAAM, { ingangsdatum: '2019-01-01', einddatum: null })).toHaveLength(12);
    expect(termijnenVan(50_000, DUURZAAM, { ingangsdatum: '2019-01-15', einddatum: '2019-01-20' })).toHaveLength(1);
  });

  it('are the whole together, month by month the same to a cent', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9_999_999 }), (totaal) => {
        for (const termijnen of [RESULTAAT, DUURZAAM]) {
          const bedragen = termijnenVan(totaal, termijnen, JAAR).map((t) => t.bedrag);
          expect(bedragen.reduce((a, b) => a + b, 0)).toBe(totaal);
        }
        const maanden = termijnenVan(totaal, DUURZAAM, JAAR).map((t) => t.bedrag);
        expect(Math.max(...maanden) - Math.min(...maanden)).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('a declared amount', () => {
  const plan = termijnenVan(600_000, RESULTAAT, JAAR);

  it('fits once', () => {
    expect(toetsTermijn(420_000, [], plan, false)).toBe('past');
    expect(toetsTermijn(420_000, [420_000], plan, false)).toBe('past-niet');
    expect(toetsTermijn(600_000, [], plan, true)).toBe('past-niet');
  });

  it('the rest only after completion', () => {
    expect(toetsTermijn(180_000, [420_000], plan, false)).toBe('voor-afronding');
    expect(toetsTermijn(180_000, [420_000], plan, true)).toBe('past');
  });

  it('twelve months, no thirteenth, a cent of rounding', () => {
    const maanden = termijnenVan(1_000_000, DUURZAAM, JAAR);
    expect(toetsTermijn(83_333, Array(11).fill(83_333), maanden, false)).toBe('past');
    expect(toetsTermijn(83_333, Array(12).fill(83_333), maanden, false)).toBe('past-niet');
    expect(toetsTermijn(83_340, [], maanden, false)).toBe('past-niet');
  });
});
