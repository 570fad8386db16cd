import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { retryMoment } from '../../src/outbox/retry-moment.ts';

const BEGIN = new Date('2026-03-04T12:00:00.000Z');
const DAY_MS = 24 * 3_600_000;

/** The waits of a delivery that never arrives, each attempt failing at once (ms). */
function waits(): number[] {
  const gaps: number[] = [];
  for (let now = BEGIN, attempt = 1; ; attempt++) {
    const next = retryMoment(attempt, BEGIN, now);
    if (next === null) return gaps;
    gaps.push(next.getTime() - now.getTime());
    now = next;
  }
}

describe('a delivery that fails', () => {
  it('waits 1 s, then twice as long each time, at most 15 minutes', () => {
    expect(waits().slice(0, 13)).toEqual(
      [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900, 900].map((seconds) => seconds * 1_000),
    );
  });

  it('is given up after 24 hours: the waits together are a day, and the last is tried at its end', () => {
    const gaps = waits();
    expect(gaps.reduce((a, b) => a + b, 0)).toBe(DAY_MS);
    expect(Math.max(...gaps)).toBe(900_000);
  });

  it('is never tried in the past nor after its day, however many attempts were made', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 31 }), fc.integer({ min: 0, max: 2 * DAY_MS }), (attempt, later) => {
        const now = new Date(BEGIN.getTime() + later);
        const next = retryMoment(attempt, BEGIN, now);
        expect(next === null).toBe(later >= DAY_MS);
        if (next === null) return;
        expect(next.getTime()).toBeGreaterThan(now.getTime());
        expect(next.getTime()).toBeLessThanOrEqual(BEGIN.getTime() + DAY_MS);
      }),
    );
  });
});
