import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  alsBedrag,
  bedragVan,
  HOOGSTE_VOLUME,
  metTeken,
  tariefIn,
  volumeBinnen,
  waardeVanOmvang,
} from '../../src/signaalbudget/bedrag.ts';

const RUNS = { numRuns: 10_000 };

/** A second way, in whole euros of a thousandth: exact with BigInt, halves away from zero. */
function naief(volume: number, eenheid: string, tarief: number, tariefEenheid: string): bigint | null {
  if (eenheid === '83') return BigInt(volume);
  const minuten: Readonly<Record<string, bigint>> = { '01': 1n, '04': 60n };
  if (eenheid === tariefEenheid) return BigInt(volume) * BigInt(tarief);
  const [van, naar] = [minuten[eenheid], minuten[tariefEenheid]];
  if (van === undefined || naar === undefined) return null;
  const teller = BigInt(volume) * BigInt(tarief) * van;
  return teller / naar + (2n * (teller % naar) >= naar ? 1n : 0n);
}

const eenheid = fc.constantFrom('01', '04', '14', '16', '82', '83', '84');
const tariefEenheid = fc.constantFrom('01', '04', '14', '82');

describe('amounts', () => {
  it('agree with exact arithmetic', () => {
    const volume = fc.integer({ min: 0, max: 100_000 });
    fc.assert(
      fc.property(volume, eenheid, fc.integer({ min: 0, max: 1_000_000 }), tariefEenheid, (v, e, tarief, te) => {
        const bedrag = bedragVan(v, e, { tarief, tariefEenheid: te });
        expect(bedrag === null ? null : BigInt(bedrag)).toBe(naief(v, e, tarief, te));
      }),
      RUNS,
    );
  });

  it('IV081: 85,00 an hour, 50 minutes', () => {
    const contract = { tarief: 8500, tariefEenheid: '04' };
    expect(tariefIn('01', contract)).toBe(142);
    expect(bedragVan(50, '01', contract)).toBe(7083);
    expect(tariefIn('04', contract)).toBe(8500);
  });

  it('halves go up: 1,455 becomes 1,46', () => {
    expect(tariefIn('01', { tarief: 8730, tariefEenheid: '04' })).toBe(146);
    expect(tariefIn('01', { tarief: 8729, tariefEenheid: '04' })).toBe(145);
  });

  it('a price that is agreed per case computes nothing but euros', () => {
    const contract = { tarief: null, tariefEenheid: '83' };
    expect(bedragVan(10, '01', contract)).toBeNull();
    expect(bedragVan(10, '83', contract)).toBe(10);
    expect(tariefIn('83', contract)).toBeNull();
  });
});

describe('the largest Volume within a budget', () => {
  it('is within it, and one more is not', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 10_000_000 }),
        eenheid,
        fc.integer({ min: 1, max: 100_000 }),
        tariefEenheid,
        (budget, e, tarief, te) => {
          const contract = { tarief, tariefEenheid: te };
          const volume = volumeBinnen(budget, e, contract);
          if (volume === null) {
            expect(bedragVan(1, e, contract)).toBeNull();
            return;
          }
          expect(bedragVan(volume, e, contract)).toBeLessThanOrEqual(budget);
          if (volume < HOOGSTE_VOLUME) expect(bedragVan(volume + 1, e, contract)).toBeGreaterThan(budget);
        },
      ),
      RUNS,
    );
  });

  it('5.000,00 at 1,50 a minute is 3333 minutes; euros are the budget itself; free care has no bound but the schema', () => {
    expect(volumeBinnen(500000, '01', { tarief: 150, tariefEenheid: '01' })).toBe(3333);
    expect(volumeBinnen(500000, '83', { tarief: null, tariefEenheid: '83' })).toBe(500000);
    expect(volumeBinnen(500000, '01', { tarief: 0, tariefEenheid: '01' })).toBe(HOOGSTE_VOLUME);
  });
});

describe('the value of an omvang', () => {
  it('is the amount of its total volume', () => {
    const l = { ingangsdatum: '2025-10-07', einddatum: '2025-12-30' };
    const contract = { tarief: 8500, tariefEenheid: '04' };
    expect(waardeVanOmvang({ volume: 3, eenheid: '04', frequentie: '2' }, l, contract)).toBe(39 * 8500);
    expect(waardeVanOmvang({ volume: 50, eenheid: '01', frequentie: '6' }, l, contract)).toBe(7083);
  });

  it('is not known without an end or a tariff', () => {
    const open = { ingangsdatum: '2025-10-07', einddatum: null };
    expect(
      waardeVanOmvang({ volume: 3, eenheid: '04', frequentie: '4' }, open, { tarief: 1, tariefEenheid: '04' }),
    ).toBeNull();
    expect(
      waardeVanOmvang({ volume: 3, eenheid: '14', frequentie: '6' }, open, { tarief: 1, tariefEenheid: '04' }),
    ).toBeNull();
  });
});

describe('signs', () => {
  it('a signed sum is written without sign, zero as D', () => {
    expect(alsBedrag(-3000)).toEqual({ bedrag: 3000, debetCredit: 'C' });
    expect(alsBedrag(0)).toEqual({ bedrag: 0, debetCredit: 'D' });
    expect(metTeken({ bedrag: 5, debetCredit: 'C' })).toBe(-5);
  });
});
