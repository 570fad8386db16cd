import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gebruiktVan, isBereikt, overgang, percentageVan } from '../../src/signaalbudget/ledger.ts';

const RUNS = { numRuns: 10_000 };

describe('use of a budget', () => {
  it('counts granted debets minus credits, and what waits for an answer', () => {
    expect(
      gebruiktVan([
        { bedrag: 1000, debetCredit: 'D', stand: 'toegekend' },
        { bedrag: 200, debetCredit: 'D', stand: 'voorlopig' },
        { bedrag: 1000, debetCredit: 'C', stand: 'toegekend' },
        { bedrag: 9999, debetCredit: 'D', stand: 'afgewezen' },
      ]),
    ).toBe(200);
  });

  it('the percentage has one decimal and never shows a line that was not reached', () => {
    expect(percentageVan(373500, 500000)).toBe(74.7);
    expect(percentageVan(374999, 500000)).toBe(74.9);
    expect(percentageVan(375000, 500000)).toBe(75);
    expect(percentageVan(0, 0)).toBe(0);
    const bedrag = fc.integer({ min: 1, max: 10_000_000 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000 }), bedrag, fc.integer({ min: 1, max: 100 }), (g, b, p) => {
        expect(g > 0 && percentageVan(g, b) >= p).toBe(isBereikt(g, b, p));
      }),
      RUNS,
    );
  });
});

/** Where only the use changes. */
const erover = (voor: number, na: number, bedrag: number) =>
  overgang({ gebruikt: voor, bedrag, percentage: 75 }, { gebruikt: na, bedrag, percentage: 75 });

describe('crossings', () => {
  it('of a ceiling that comes down, or comes at all; none while there is no ceiling', () => {
    const bij = (bedrag: number | null, percentage = 75) => ({ gebruikt: 300000, bedrag, percentage });
    expect(overgang(bij(500000), bij(400000))).toBe('signaal');
    expect(overgang(bij(500000), bij(299999))).toBe('boven-maximum');
    expect(overgang(bij(400000), bij(300000))).toBeNull();
    expect(overgang(bij(400000), bij(500000))).toBeNull();
    expect(overgang(bij(null), bij(400000))).toBe('signaal');
    expect(overgang(bij(400000), bij(null))).toBeNull();
    expect(overgang(bij(500000), bij(500000, 60))).toBe('signaal');
  });

  it('once on the way up, and again after a credit brought it down', () => {
    const stappen = [373500, 376500, 400000, 370000, 380000];
    const gezien = stappen.map((na, i) => erover(stappen[i - 1] ?? 0, na, 500000));
    expect(gezien).toEqual([null, 'signaal', null, null, 'signaal']);
  });

  it('exactly on the percentage is reached; exactly full is not over the maximum', () => {
    expect(erover(0, 375000, 500000)).toBe('signaal');
    expect(erover(375000, 500000, 500000)).toBeNull();
    expect(erover(500000, 500001, 500000)).toBe('boven-maximum');
    expect(erover(600000, 700000, 500000)).toBeNull();
  });

  it('a walk signals exactly as often as it comes from below', () => {
    const wandeling = fc.array(fc.integer({ min: 0, max: 1000 }), { maxLength: 20 });
    fc.assert(
      fc.property(wandeling, (standen) => {
        let onder = true;
        let voor = 0;
        for (const na of standen) {
          const boven = na >= 750;
          const verwacht = boven && onder;
          expect(erover(voor, na, 1000) !== null).toBe(verwacht);
          onder = !boven;
          voor = na;
        }
      }),
      RUNS,
    );
  });
});
