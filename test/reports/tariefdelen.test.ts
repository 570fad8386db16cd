import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { opgeteld, splits, stelselVan } from '../../src/reports/tariefdelen.ts';

const delen = fc.uniqueArray(
  fc.record({ naam: fc.string({ minLength: 1 }), bedrag: fc.integer({ min: 1, max: 99_999_999 }) }),
  {
    ...{ minLength: 1, maxLength: 6, selector: (deel: { naam: string }) => deel.naam },
  },
);
const som = (bedragen: readonly number[]) => bedragen.reduce((a, b) => a + b, 0);

describe('an amount split by the parts of its tariff', () => {
  it('sums to the amount, each part less than a cent off its exact share', () => {
    fc.assert(
      fc.property(delen, fc.maxSafeInteger(), (lijst, bedrag) => {
        const gesplitst = splits(bedrag, stelselVan(lijst));
        const gegeven = lijst.map(({ naam }) => Object.entries(gesplitst).find(([n]) => n === naam)?.[1] ?? Number.NaN);
        expect(gegeven.reduce((a, b) => a + BigInt(b), 0n)).toBe(BigInt(bedrag));
        const heel = BigInt(som(lijst.map((deel) => deel.bedrag)));
        for (const [i, deel] of lijst.entries()) {
          const verschil = BigInt(gegeven[i] ?? Number.NaN) * heel - BigInt(bedrag) * BigInt(deel.bedrag);
          expect(verschil < heel && -verschil < heel).toBe(true);
        }
      }),
    );
  });

  it('is exact where it is a multiple of the tariff, and a credit takes back what its debet gave', () => {
    fc.assert(
      fc.property(delen, fc.integer({ min: 0, max: 1000 }), fc.nat(), (lijst, keer, bedrag) => {
        const stelsel = stelselVan(lijst);
        const tarief = som(lijst.map((deel) => deel.bedrag));
        expect(splits(keer * tarief, stelsel)).toEqual(Object.fromEntries(lijst.map((d) => [d.naam, keer * d.bedrag])));
        expect(Object.values(opgeteld([splits(bedrag, stelsel), splits(-bedrag, stelsel)])).every((b) => b === 0)).toBe(
          true,
        );
      }),
    );
  });

  it('a cent that nobody can halve goes to the part in which it ends', () => {
    const gelijk = stelselVan(['a', 'b', 'c'].map((naam) => ({ naam, bedrag: 1 })));
    expect(splits(100, gelijk)).toEqual({ a: 33, b: 33, c: 34 });
    expect(splits(-100, gelijk)).toEqual({ a: -33, b: -33, c: -34 });
  });
});
