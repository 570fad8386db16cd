import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
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

const datum = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
  .map((d) => d.toISOString().slice(0, 10));

describe('calendar arithmetic', () => {
  it('counts days both ways', () => {
    fc.assert(
      fc.property(datum, fc.integer({ min: -5000, max: 5000 }), (d, n) => {
        expect(plusDagen(plusDagen(d, n), -n)).toBe(d);
        expect(dagenTotEnMet(d, plusDagen(d, n))).toBe(n + 1);
      }),
    );
  });

  it('knows the ends of a month', () => {
    fc.assert(
      fc.property(datum, (d) => {
        expect(eersteVanMaand(d).slice(8)).toBe('01');
        expect(plusDagen(laatsteVanMaand(d), 1)).toBe(eersteVanMaand(plusDagen(laatsteVanMaand(d), 1)));
        expect(laatsteVanMaand(d).slice(0, 7)).toBe(d.slice(0, 7));
      }),
    );
  });

  it('finds the Monday of the ISO week', () => {
    fc.assert(
      fc.property(datum, (d) => {
        expect(weekdag(maandagVan(d))).toBe(1);
        expect(dagenTotEnMet(maandagVan(d), d)).toBe(weekdag(d));
      }),
    );
    expect(maandagVan('2026-01-01')).toBe('2025-12-29');
  });

  it('keeps 29 February inside its month', () => {
    expect(plusJaren('2024-02-29', 1)).toBe('2025-02-28');
    expect(plusJaren('2024-02-29', -4)).toBe('2020-02-29');
    expect(plusJaren('2020-05-31', -120)).toBe('1900-05-31');
  });

  it('survives years that nobody can mean', () => {
    for (const vreemd of ['12024-01-01', '2147483647-12-31', '-0001-05-05', '0001-01-01', '0000-01-01', '9999-12-31']) {
      for (const uit of [
        plusDagen(vreemd, 40),
        plusDagen(vreemd, -40),
        eersteVanMaand(vreemd),
        laatsteVanMaand(vreemd),
        plusJaren(vreemd, 5),
        plusJaren(vreemd, -5),
        maandagVan(vreemd),
      ]) {
        expect(uit).toMatch(/^\d{4}-\d\d-\d\d$/);
      }
    }
  });
});

describe('the clock in Amsterdam', () => {
  it('turns the day there, not in Greenwich', () => {
    expect(inAmsterdam(new Date('2026-06-30T22:30:00Z'))).toEqual({ datum: '2026-07-01', tijd: '00:30:00' });
    expect(inAmsterdam(new Date('2026-12-31T23:30:00Z'))).toEqual({ datum: '2027-01-01', tijd: '00:30:00' });
  });

  it('knows both nights of the clock change', () => {
    expect(inAmsterdam(new Date('2026-03-29T01:00:00Z')).tijd).toBe('03:00:00');
    expect(inAmsterdam(new Date('2026-10-25T00:30:00Z')).tijd).toBe('02:30:00');
    expect(inAmsterdam(new Date('2026-10-25T01:30:00Z')).tijd).toBe('02:30:00');
  });
});

describe('the clock in Amsterdam, hour after hour', () => {
  it('shows what the calendar of the system shows, in any order of asking', () => {
    const systeem = new Intl.DateTimeFormat('sv-SE', {
      timeZone: 'Europe/Amsterdam',
      dateStyle: 'short',
      timeStyle: 'medium',
    });
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1980-01-01'), max: new Date('2060-12-31'), noInvalidDate: true }),
        (moment) => {
          const { datum, tijd } = inAmsterdam(moment);
          expect(`${datum} ${tijd}`).toBe(systeem.format(moment));
        },
      ),
      { numRuns: 2000 },
    );
  });
});
