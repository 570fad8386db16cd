import { describe, expect, it } from 'vitest';
import { bestaandeDatum, dagOfMoment } from '../../src/agreements/datum-vorm.ts';

describe('a date that somebody typed', () => {
  it.each(['2026-02-28', '2024-02-29', '1000-01-01', '9999-12-31'])('%s exists', (text) => {
    expect([bestaandeDatum(text), dagOfMoment(text)]).toEqual([true, true]);
  });

  it.each([
    ...['2026-02-30', '2025-02-29', '2026-13-01', '2026-00-10', '2026-01-32', '2026-01-00', '2026-99-99', '0999-01-01'],
    ...['10000-01-01', '2026-1-1', '', '2026-02-28 '],
  ])('%s does not, and nothing throws', (text) => {
    expect([bestaandeDatum(text), dagOfMoment(text)]).toEqual([false, false]);
  });
});
