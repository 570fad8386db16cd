import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keerInPeriode, keerInTotaal, type Looptijd, type Omvang } from '../../src/signaalbudget/volume.ts';
import { eersteVanMaand, laatsteVanMaand, plusDagen } from '../../src/standard/datum.ts';
import { naiefInPeriode, naiefInTotaal } from './naive.ts';

const RUNS = { numRuns: 10_000 };

const datum = fc.integer({ min: 0, max: 3650 }).map((n) => plusDagen('2022-01-01', n));
const looptijd: fc.Arbitrary<Looptijd> = fc
  .tuple(datum, fc.option(fc.integer({ min: 0, max: 400 })))
  .map(([ingangsdatum, duur]) => ({ ingangsdatum, einddatum: duur === null ? null : plusDagen(ingangsdatum, duur) }));
const omvang: fc.Arbitrary<Omvang> = fc.record({
  volume: fc.integer({ min: 0, max: 1000 }),
  eenheid: fc.constantFrom('01', '04', '14', '16', '82', '83', '84'),
  frequentie: fc.constantFrom('1', '2', '4', '6'),
});

/** The ProductPeriode of the month that lies `maand` months after the start, clipped to the toewijzing (TR387, TR388). */
function productPeriode({ ingangsdatum, einddatum }: Looptijd, maand: number) {
  let eerste = eersteVanMaand(ingangsdatum);
  for (let i = 0; i < maand; i++) eerste = plusDagen(laatsteVanMaand(eerste), 1);
  if (einddatum !== null && eerste > einddatum) eerste = eersteVanMaand(einddatum);
  const laatste = laatsteVanMaand(eerste);
  return {
    begin: eerste > ingangsdatum ? eerste : ingangsdatum,
    einde: einddatum !== null && einddatum < laatste ? einddatum : laatste,
  };
}

describe('volumes, counted a second time day by day', () => {
  it('n in a ProductPeriode', () => {
    fc.assert(
      fc.property(omvang, looptijd, fc.integer({ min: 0, max: 14 }), (o, l, maand) => {
        const periode = productPeriode(l, maand);
        expect(keerInPeriode(o, periode, l)).toBe(naiefInPeriode(o, periode, l));
      }),
      RUNS,
    );
  });

  it('N over the toewijzing', () => {
    fc.assert(
      fc.property(omvang, looptijd, fc.integer({ min: 0, max: 14 }), (o, l, maand) => {
        const tot = productPeriode(l, maand).einde;
        expect(keerInTotaal(o, l, tot)).toBe(naiefInTotaal(o, l, tot));
      }),
      RUNS,
    );
  });

  it('the weeks of output add up: each week has one month', () => {
    const perWeek = { volume: 1, eenheid: '83', frequentie: '2' };
    fc.assert(
      fc.property(looptijd, (l) => {
        if (l.einddatum === null) return;
        let som = 0;
        let einde = '';
        for (let maand = 0; einde < l.einddatum; maand++) {
          const periode = productPeriode(l, maand);
          som += keerInPeriode(perWeek, periode, l) ?? 0;
          einde = periode.einde;
        }
        expect(som).toBe(keerInTotaal(perWeek, l));
      }),
      RUNS,
    );
  });
});

describe('examples of the standard', () => {
  const uren = { volume: 3, eenheid: '04', frequentie: '2' };
  const euros = { volume: 30000, eenheid: '83', frequentie: '2' };

  it('IV077: 3 hours a week, 7 October to 30 December 2025', () => {
    const l = { ingangsdatum: '2025-10-07', einddatum: '2025-12-30' };
    expect(keerInPeriode(uren, { begin: '2025-10-07', einde: '2025-10-31' }, l)).toBe(4);
    expect(keerInPeriode(uren, { begin: '2025-11-01', einde: '2025-11-30' }, l)).toBe(5);
    expect(keerInPeriode(uren, { begin: '2025-12-01', einde: '2025-12-30' }, l)).toBe(5);
    expect(keerInTotaal(uren, l)).toBe(13);
  });

  it('IV077: output by the week, 7 July to 5 September 2025', () => {
    const l = { ingangsdatum: '2025-07-07', einddatum: '2025-09-05' };
    expect(keerInPeriode(euros, { begin: '2025-07-07', einde: '2025-07-31' }, l)).toBe(3);
    expect(keerInPeriode(euros, { begin: '2025-08-01', einde: '2025-08-31' }, l)).toBe(6);
    expect(keerInPeriode(euros, { begin: '2025-09-01', einde: '2025-09-05' }, l)).toBe(0);
  });

  it('IV076: output that ends on a Sunday has no week more', () => {
    const l = { ingangsdatum: '2025-07-07', einddatum: '2025-09-07' };
    expect(keerInPeriode(euros, { begin: '2025-08-01', einde: '2025-08-31' }, l)).toBe(5);
    expect(keerInPeriode(euros, { begin: '2025-09-01', einde: '2025-09-07' }, l)).toBe(1);
    expect(keerInTotaal(euros, l)).toBe(9);
  });

  it('IV078: a broken month counts as a month', () => {
    const perMaand = { volume: 15, eenheid: '04', frequentie: '4' };
    const l = { ingangsdatum: '2026-10-14', einddatum: '2026-12-13' };
    expect(keerInPeriode(perMaand, { begin: '2026-10-14', einde: '2026-10-31' }, l)).toBe(1);
    expect(keerInTotaal(perMaand, l)).toBe(3);
  });

  it('an output toewijzing without a Sunday has one week, in its last period', () => {
    const l = { ingangsdatum: '2025-09-30', einddatum: '2025-10-02' };
    expect(keerInPeriode(euros, { begin: '2025-09-30', einde: '2025-09-30' }, l)).toBe(0);
    expect(keerInPeriode(euros, { begin: '2025-10-01', einde: '2025-10-02' }, l)).toBe(1);
    expect(keerInTotaal(euros, l)).toBe(1);
  });

  it('weeks over a year end are counted, not subtracted', () => {
    const l = { ingangsdatum: '2026-12-01', einddatum: '2027-01-31' };
    expect(keerInPeriode(uren, { begin: '2026-12-01', einde: '2026-12-31' }, l)).toBe(5);
    expect(keerInPeriode(uren, { begin: '2027-01-01', einde: '2027-01-31' }, l)).toBe(5);
    expect(keerInTotaal(uren, l)).toBe(9);
  });

  it('an open toewijzing has no total without a last period, but for Frequentie 6', () => {
    const l = { ingangsdatum: '2026-01-01', einddatum: null };
    expect(keerInTotaal({ ...uren, frequentie: '4' }, l)).toBeNull();
    expect(keerInTotaal({ ...uren, frequentie: '4' }, l, '2026-03-31')).toBe(3);
    expect(keerInTotaal({ ...uren, frequentie: '6' }, l)).toBe(1);
  });

  it('four weeks and years of iJW 2.3 count broken ones whole', () => {
    const l = { ingangsdatum: '2019-11-04', einddatum: '2020-02-02' };
    expect(keerInTotaal({ ...uren, frequentie: '3' }, l)).toBe(4);
    expect(keerInTotaal({ ...uren, frequentie: '5' }, l)).toBe(2);
  });
});
