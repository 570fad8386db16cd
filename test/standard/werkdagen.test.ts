import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plusDagen } from '../../src/standard/datum.ts';
import { isWerkdag, plusWerkdagen } from '../../src/standard/werkdagen.ts';

describe('feestdagen', () => {
  test.each([
    ['2024-01-01', 'Nieuwjaarsdag'],
    ['2024-03-29', 'Goede Vrijdag'],
    ['2024-04-01', 'tweede paasdag'],
    ['2025-04-26', 'Koningsdag, a Saturday as 27 April is a Sunday'],
    ['2027-04-27', 'Koningsdag'],
    ['2022-05-05', '5 mei, also outside the lustrum'],
    ['2025-05-05', '5 mei'],
    ['2024-05-09', 'Hemelvaartsdag'],
    ['2024-05-20', 'tweede pinksterdag'],
    ['2024-12-25', 'eerste kerstdag'],
    ['2024-12-26', 'tweede kerstdag'],
    ['2038-04-26', 'tweede paasdag, as late as it can be'],
    ['2008-03-24', 'tweede paasdag, as early as it has been'],
  ])('%s is no werkdag: %s', (datum) => {
    expect(isWerkdag(datum)).toBe(false);
  });

  test.each(['2025-04-25', '2025-04-28', '2026-04-28', '2024-12-24', '2024-12-31', '2024-05-10'])(
    '%s is a werkdag',
    (datum) => {
      expect(isWerkdag(datum)).toBe(true);
    },
  );
});

describe('plusWerkdagen', () => {
  test.each([
    ['2026-11-20', 1, '2026-11-23'],
    ['2026-11-21', 1, '2026-11-23'],
    ['2026-11-16', 5, '2026-11-23'],
    ['2024-12-24', 1, '2024-12-27'],
    ['2024-12-24', 5, '2025-01-03'],
    ['2024-03-28', 1, '2024-04-02'],
    ['2026-11-23', -1, '2026-11-20'],
    ['2026-11-21', 0, '2026-11-21'],
  ])('%s and %i werkdagen is %s', (datum, n, verwacht) => {
    expect(plusWerkdagen(datum, n)).toBe(verwacht);
  });

  const DATUM = fc.integer({ min: 0, max: 20_000 }).map((dagen) => plusDagen('2015-01-01', dagen));
  const AANTAL = fc.integer({ min: 1, max: 60 });

  test('ends on a werkdag, with n werkdagen after the date up to and with the end', () => {
    fc.assert(
      fc.property(DATUM, AANTAL, (datum, n) => {
        const einde = plusWerkdagen(datum, n);
        let geteld = 0;
        for (let dag = plusDagen(datum, 1); dag <= einde; dag = plusDagen(dag, 1)) geteld += isWerkdag(dag) ? 1 : 0;
        return isWerkdag(einde) && geteld === n;
      }),
    );
  });

  test('goes back the way it came', () => {
    fc.assert(
      fc.property(DATUM, AANTAL, (datum, n) => {
        const werkdag = plusWerkdagen(datum, 1);
        return plusWerkdagen(plusWerkdagen(werkdag, n), -n) === werkdag;
      }),
    );
  });
});
