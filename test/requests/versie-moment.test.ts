import { expect, it } from 'vitest';
import { leeftijdOp } from '../../src/requests/leeftijd.ts';
import { versieMoment } from '../../src/requests/versie-moment.ts';

const NU = new Date('2026-03-02T09:30:00.000Z');

it.each([
  ['nothing', null, '2026-03-02 10:30:00'],
  ['an older version', ['2026-03-02', '10:00:00'], '2026-03-02 10:30:00'],
  ['one of this very second', ['2026-03-02', '10:30:00'], '2026-03-02 10:30:01'],
  ['a later one', ['2026-03-02', '23:59:58'], '2026-03-02 23:59:59'],
  ['one at the end of a day', ['2026-03-02', '23:59:59'], '2026-03-03 00:00:00'],
  ['one with a fraction of a second', ['2026-03-02', '10:30:00.5'], '2026-03-02 10:30:01'],
] as const)('a version that replaces %s', (_wat, oud, verwacht) => {
  const vervangt = oud === null ? null : { toewijzingsdatum: oud[0], toewijzingstijd: oud[1] };
  const moment = versieMoment(NU, vervangt);
  expect(`${moment.toewijzingsdatum} ${moment.toewijzingstijd}`).toBe(verwacht);
});

it.each([
  ['2008-04-01', '2026-03-31', 17],
  ['2008-04-01', '2026-04-01', 18],
  ['2008-02-29', '2026-02-28', 17],
  ['2008-02-29', '2026-03-01', 18],
])('born %s is on %s %i years old', (geboren, op, jaren) => {
  expect(leeftijdOp(geboren, op)).toBe(jaren);
});
