import { describe, expect, it } from 'vitest';
import { bevrorenTot } from '../../src/agreements/bevriezing.ts';
import type { Bevriezing } from '../../src/agreements/document.ts';

const tot = (moment: string, ...bevriezing: Bevriezing[]) =>
  bevrorenTot(bevriezing, '3.2', new Date(moment))?.toISOString() ?? null;

describe('a freeze in moments', () => {
  const wissel = { van: '2026-12-31T18:00', tot: '2027-01-04T08:00' };

  it('begins at its first moment and ends before its last, on the clock of Amsterdam', () => {
    expect(tot('2026-12-31T16:59:59.999Z', wissel)).toBe(null);
    expect(tot('2026-12-31T17:00:00Z', wissel)).toBe('2027-01-04T07:00:00.000Z');
    expect(tot('2027-01-04T06:59:59.999Z', wissel)).toBe('2027-01-04T07:00:00.000Z');
    expect(tot('2027-01-04T07:00:00Z', wissel)).toBe(null);
  });

  it('in summer too, and over the nights on which the clock changes', () => {
    expect(tot('2026-07-01T10:00:00Z', { van: '2026-07-01T12:00', tot: '2026-07-01T13:00:30' })).toBe(
      '2026-07-01T11:00:30.000Z',
    );
    expect(tot('2026-03-29T00:00:00Z', { van: '2026-03-29', tot: '2026-03-29T03:30' })).toBe(
      '2026-03-29T01:30:00.000Z',
    );
    expect(tot('2026-10-25T00:00:00Z', { van: '2026-10-25', tot: '2026-10-25' })).toBe('2026-10-25T23:00:00.000Z');
  });

  it('with an offset is what it says', () => {
    const utc = { van: '2026-07-01T10:00:00.000Z', tot: '2026-07-01T13:00:00+02:00' };
    expect(tot('2026-07-01T10:30:00Z', utc)).toBe('2026-07-01T11:00:00.000Z');
  });
});

describe('a freeze in days', () => {
  it('has both of them whole', () => {
    const dagen = { van: '2026-01-01', tot: '2026-01-02' };
    expect(
      ['2025-12-31T22:59:59Z', '2025-12-31T23:00:00Z', '2026-01-02T22:59:59Z', '2026-01-02T23:00:00Z'].map((m) =>
        tot(m, dagen),
      ),
    ).toEqual([null, '2026-01-02T23:00:00.000Z', '2026-01-02T23:00:00.000Z', null]);
  });
});

it('holds for the releases it names, and for all when it names none', () => {
  const oud: Bevriezing = { van: '2026-01-01', tot: '2026-01-01', releases: ['2.3'] };
  const nu = new Date('2026-01-01T12:00:00Z');
  expect(bevrorenTot([oud], '3.2', nu)).toBe(null);
  expect(bevrorenTot([oud], '2.3', nu)).not.toBe(null);
  expect(bevrorenTot([], '2.3', nu)).toBe(null);
});

it('freezes that follow each other or overlap end with the last', () => {
  const [een, twee, los] = [
    { van: '2026-01-02', tot: '2026-01-03T09:00' },
    { van: '2026-01-01', tot: '2026-01-01' },
    { van: '2026-01-03T09:01', tot: '2026-01-04' },
  ];
  expect(tot('2026-01-01T12:00:00Z', een, twee, los)).toBe('2026-01-03T08:00:00.000Z');
});
