import { describe, expect, it } from 'vitest';
import { termijnMelding } from '../../src/requests/termijn-teksten.ts';
import { ontvangstdag, type TermijnSoort, termijnDagen } from '../../src/requests/termijnen.ts';

describe('the days of a term', () => {
  it.each<[TermijnSoort, string, string, string]>([
    // Over Good Friday (3 April 2026) and Easter Monday (6 April).
    ['retour', '2026-04-01', '2026-04-07', '2026-04-08'],
    ['verzoek-om-toewijzing', '2026-04-01', '2026-04-09', '2026-04-10'],
    // Over King's Day (27 April) and 5 May, which counts every year.
    ['verzoek-om-wijziging', '2026-04-24', '2026-05-01', '2026-05-04'],
    ['start', '2026-05-01', '2026-05-08', '2026-05-11'],
    ['declaratie-antwoord', '2026-03-02', '2026-03-12', '2026-03-16'],
    ['factuur-antwoord', '2026-03-02', '2026-03-26', '2026-03-30'],
    ['onderzoek', '2026-03-02', '2026-04-20', '2026-04-27'],
    ['woonplaatsbeginsel', '2026-03-02', '2026-03-12', '2026-03-16'],
  ])('%s from %s: warned on %s, at the latest on %s', (soort, begin, waarschuw, uiterlijk) => {
    expect(termijnDagen(soort, begin)).toEqual({ begin, waarschuw, uiterlijk });
  });

  it('begin on the day of receipt in Amsterdam', () => {
    expect(ontvangstdag(new Date('2026-03-01T23:30:00Z'))).toBe('2026-03-02');
  });
});

it('says who is waited for, on what and until when', () => {
  const zaak = {
    soort: 'start',
    partij: '42420001',
    referentie: null,
    toewijzingNummer: 12,
    uiterlijk: '2026-03-09',
  } as const;
  expect(termijnMelding('nadert', zaak)).toBe(
    'Termijn: van 42420001 wordt uiterlijk 2026-03-09 het startbericht (JW305) voor toewijzing 12 verwacht.',
  );
  expect(termijnMelding('verstreken', { ...zaak, soort: 'onderzoek', referentie: 'R1' })).toContain('voor verzoek R1');
});
