import { describe, expect, it } from 'vitest';
import { klassenVan } from '../../src/rules/klasse.ts';
import type { Regel } from '../../src/rules/regel.ts';
import { Uitslag } from '../../src/rules/uitslag.ts';
import { bericht } from './builders.ts';

const klassen = klassenVan(bericht('JW323'));
const [header, declaratie, client, eerste, tweede] = klassen;
if (!header || !declaratie || !client || !eerste || !tweede)
  throw new Error('the JW323 to start from lost its klassen');

function regel(code: string, retourcode: string | null, meer: Partial<Regel> = {}): Regel {
  return {
    code,
    releases: ['3.2'],
    berichten: ['JW323'],
    klasse: 'Prestatie',
    niveau: 3,
    retourcode,
    kennis: '',
    tekst: '{element} is mis. Verbeter het.',
    toets: () => [],
    ...meer,
  };
}

const mis = [{ element: '' }];

describe('what the rules found', () => {
  it('gives each retourcode once for a klasse, ordered by rule code', () => {
    const uitslag = new Uitslag(klassen);
    uitslag.neem(regel('TR340', '9340'), eerste, mis);
    uitslag.neem(regel('TR411', '9339'), eerste, mis);
    uitslag.neem(regel('TR339', '9339'), eerste, [...mis, ...mis]);
    expect([...uitslag.codes()]).toEqual([[eerste.pad, ['9339', '9340']]]);
    expect(uitslag.bevindingen().map((b) => b.regel)).toEqual(['TR339', 'TR339', 'TR340', 'TR411']);
  });

  it('puts the retourcode where the finding says it goes', () => {
    const uitslag = new Uitslag(klassen);
    uitslag.neem(regel('TR304', '8187'), eerste, [{ klasse: client, element: 'Bsn' }]);
    expect([...uitslag.codes()]).toEqual([[client.pad, ['8187']]]);
    expect(uitslag.bevindingen()[0]?.pad).toBe(`${client.pad}/Bsn`);
  });

  it('reports in document order, whatever the order of handling', () => {
    const uitslag = new Uitslag(klassen);
    uitslag.neem(regel('TR307', '9307'), tweede, mis);
    uitslag.neem(regel('TR338', '9338'), eerste, mis);
    expect(uitslag.bevindingen().map((b) => b.pad)).toEqual([eerste.pad, tweede.pad]);
  });

  it('names the lowest level that refused', () => {
    const uitslag = new Uitslag(klassen);
    uitslag.neem(regel('TR346', '9346', { niveau: 4 }), eerste, mis);
    expect(uitslag.niveau).toBe(4);
    uitslag.neem(regel('TR307', '9307'), tweede, mis);
    expect(uitslag.niveau).toBe(3);
  });

  it('refuses nothing for a signal, and sends no retourcode for it', () => {
    const uitslag = new Uitslag(klassen);
    uitslag.neem(regel('GW-TEST', '9999', { ernst: 'signaal' }), eerste, mis);
    expect([uitslag.niveau, uitslag.codes().size, uitslag.treft(eerste)]).toEqual([null, 0, false]);
    expect(uitslag.bevindingen()).toMatchObject([{ ernst: 'signaal', retourcode: null }]);
  });

  it('refuses without a code where the standard has none', () => {
    const uitslag = new Uitslag(klassen);
    uitslag.neem(regel('TR337', null), header, mis);
    expect([uitslag.niveau, uitslag.codes().size, uitslag.isAfgekeurd(header)]).toEqual([3, 0, true]);
  });

  it.each([
    ['the klasse itself', eerste, true],
    ['its client', client, true],
    ['its declaratie', declaratie, true],
    ['the header', header, true],
    ['another line', tweede, false],
  ])('says whether something above was refused: %s', (_naam, klasse, getroffen) => {
    const uitslag = new Uitslag(klassen);
    uitslag.neem(regel('TR338', '9338'), klasse, mis);
    expect(uitslag.treft(eerste)).toBe(getroffen);
  });
});
