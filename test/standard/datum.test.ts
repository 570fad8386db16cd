import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  dagenTotEnMet,
  eersteVanMaand,
  inAmsterdam,
  laatsteVanMaand,
  maandagVan,
  plusDagen,
  plusJaren,
  weekdag,
} from '../../src/standard/datum.ts';

const DATUM = fc.integer({ min: -20_000, max: 60_000 }).map((dagen) => plusDagen('2015-01-01', dagen));

test('days are counted with both ends', () => {
  expect(dagenTotEnMet('2024-02-28', '2024-03-01')).toBe(3);
  expect(dagenTotEnMet('2024-03-01', '2024-03-01')).toBe(1);
  expect(dagenTotEnMet('2024-03-02', '2024-03-01')).toBe(0);
});

test('adding days and counting them are each other’s inverse', () => {
  fc.assert(fc.property(DATUM, fc.nat(5000), (d, n) => dagenTotEnMet(d, plusDagen(d, n)) === n + 1));
});

test('a month runs from its first day to the day before the next first', () => {
  expect(laatsteVanMaand('2024-02-10')).toBe('2024-02-29');
  expect(laatsteVanMaand('2023-12-31')).toBe('2023-12-31');
  fc.assert(
    fc.property(DATUM, (d) => {
      const volgende = plusDagen(laatsteVanMaand(d), 1);
      return volgende === eersteVanMaand(volgende) && eersteVanMaand(d) <= d && d < volgende;
    }),
  );
});

test('29 February becomes the 28th in a year without it', () => {
  expect(plusJaren('2024-02-29', 1)).toBe('2025-02-28');
  expect(plusJaren('2024-02-29', 4)).toBe('2028-02-29');
  expect(plusJaren('2008-07-31', 18)).toBe('2026-07-31');
});

test('weeks begin on Monday', () => {
  expect(weekdag('2026-11-23')).toBe(1);
  expect(weekdag('2026-11-22')).toBe(7);
  expect(maandagVan('2027-01-03')).toBe('2026-12-28');
});

describe('the wall clock in Amsterdam', () => {
  test.each([
    ['2026-01-31T22:59:59Z', '2026-01-31', '23:59:59'],
    ['2026-01-31T23:00:00Z', '2026-02-01', '00:00:00'],
    ['2026-07-31T22:00:00Z', '2026-08-01', '00:00:00'],
    ['2026-10-25T00:30:00Z', '2026-10-25', '02:30:00'],
    ['2026-10-25T01:30:00Z', '2026-10-25', '02:30:00'],
  ])('%s is %s %s', (moment, datum, tijd) => {
    expect(inAmsterdam(new Date(moment))).toEqual({ datum, tijd });
  });
});
