import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoWeek, vooruitblik } from '../../src/signaalbudget/vooruitblik.ts';
import { plusDagen } from '../../src/standard/datum.ts';

const JAAR = { ingangsdatum: '2026-01-01', einddatum: '2026-12-31', bedrag: 500_000 };

describe('the look-ahead', () => {
  it('half of the budget in half a year: used up at the end of it', () => {
    const blik = vooruitblik({ ...JAAR, gebruikt: 250_000, gedeclareerdTot: '2026-06-30' });
    expect(blik).toEqual({ perWeek: 9669, opOp: '2026-12-28', opInWeek: '2026-W53', week: 52, naEinde: false });
  });

  it('in two months what was meant for a year', () => {
    const blik = vooruitblik({ ...JAAR, gebruikt: 250_000, gedeclareerdTot: '2026-02-28' });
    expect(blik).toMatchObject({ opOp: '2026-04-28', opInWeek: '2026-W18', week: 17, naEinde: false });
  });

  it('slow use lasts beyond the end', () => {
    expect(vooruitblik({ ...JAAR, gebruikt: 100_000, gedeclareerdTot: '2026-06-30' })).toMatchObject({ naEinde: true });
    const open = { ...JAAR, einddatum: null };
    expect(vooruitblik({ ...open, gebruikt: 1, gedeclareerdTot: '2026-06-30' })).toMatchObject({ naEinde: false });
  });

  it('without use there is no rate', () => {
    expect(vooruitblik({ ...JAAR, gebruikt: 0, gedeclareerdTot: '2026-06-30' })).toBeNull();
    expect(vooruitblik({ ...JAAR, gebruikt: 10, gedeclareerdTot: null })).toBeNull();
  });

  it('is the first day on which use at that rate reaches the budget, found by walking', () => {
    const geval = fc.tuple(
      fc.integer({ min: 1, max: 5000 }),
      fc.integer({ min: 1, max: 5000 }),
      fc.integer({ min: 1, max: 400 }),
    );
    fc.assert(
      fc.property(geval, ([bedrag, gebruikt, dagen]) => {
        const tot = plusDagen('2026-01-01', dagen - 1);
        const blik = vooruitblik({
          ingangsdatum: '2026-01-01',
          einddatum: null,
          bedrag,
          gebruikt,
          gedeclareerdTot: tot,
        });
        let dag = 1;
        while (dag < 4000 && gebruikt * dag < bedrag * dagen) dag++;
        if (dag < 4000) expect(blik?.opOp).toBe(plusDagen('2026-01-01', dag - 1));
      }),
      { numRuns: 1000 },
    );
  });

  it('names ISO weeks over the turn of the year', () => {
    const weken = ['2024-12-30', '2025-01-01', '2026-12-31', '2027-01-01', '2027-01-04', '2021-01-03'].map(isoWeek);
    expect(weken).toEqual(['2025-W01', '2025-W01', '2026-W53', '2026-W53', '2027-W01', '2020-W53']);
  });
});
