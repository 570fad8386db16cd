import { describe, expect, it } from 'vitest';
import type { Bevinding } from '../../src/findings/bevinding.ts';
import { klassenVan } from '../../src/rules/klasse.ts';
import type { Regel } from '../../src/rules/regel.ts';
import { Uitslag } from '../../src/rules/uitslag.ts';
import { begrensd, MEER, MEESTE_BEVINDINGEN, perRegel } from '../../src/rules/verslag.ts';
import { bericht } from './builders.ts';

const [header, , , eerste] = klassenVan(bericht('JW323'));
if (header === undefined || eerste === undefined) throw new Error('the JW323 to start from lost its klassen');

function regel(code: string, ernst: 'fout' | 'signaal' = 'fout'): Regel {
  const soort = { releases: ['3.2'], berichten: ['JW323'], klasse: 'Prestatie', niveau: 3, kennis: '' } as const;
  const tekst = '{element} is mis. Verbeter het.';
  return { ...soort, code, retourcode: `9${code.slice(-3)}`, ernst, tekst, toets: () => [] };
}

/** As many Prestaties as asked, each with a path of its own. */
const prestaties = Array.from({ length: 12_000 }, (_, i) => ({ ...eerste, pad: `${eerste.pad}[${i + 1}]` }));
const mis = [{ element: '' }];

function bevinding(nr: number, meer: Partial<Bevinding> = {}): Bevinding {
  const vast = { niveau: 3, regel: 'TR322', retourcode: '9322', ernst: 'fout', lijn: null, kolom: null } as const;
  return { ...vast, pad: `/Bericht/Prestatie[${nr}]`, melding: 'te veel', ...meer };
}

describe('a report of very many findings', () => {
  const uitslag = new Uitslag([header, ...prestaties]);
  for (const prestatie of prestaties) uitslag.neem(regel('TR322'), prestatie, mis);
  uitslag.neem(regel('TR338'), prestaties[11_999] ?? eerste, mis);
  const bevindingen = uitslag.bevindingen();

  it('keeps its measure and closes with a line that counts the rest per rule', () => {
    expect(bevindingen).toHaveLength(MEESTE_BEVINDINGEN + 1);
    expect(bevindingen.at(-1)).toMatchObject({
      ...{ niveau: 3, regel: MEER, retourcode: null, ernst: 'fout', pad: null, meer: { TR322: 2_001 } },
      melding:
        'Van dit bericht staan hier 10000 bevindingen; er zijn er nog 2001 (TR322: 2001). Herstel het programma dat het bericht maakt.',
    });
    expect(perRegel(bevindingen)).toEqual({ TR322: 12_000, TR338: 1 });
  });

  it('does not lose the one finding of another rule that came last', () => {
    expect(bevindingen.filter((b) => b.regel === 'TR338').map((b) => b.pad)).toEqual([prestaties[11_999]?.pad]);
  });

  it('leaves every retourcode where it goes on the wire', () => {
    const codes = uitslag.codes();
    expect([...codes.keys()]).toEqual(prestaties.map((p) => p.pad));
    expect(codes.get(prestaties[10_500]?.pad ?? '')).toEqual(['9322']);
    expect(codes.get(prestaties[11_999]?.pad ?? '')).toEqual(['9322', '9338']);
  });

  it('closes as a signal when nothing that it counts refuses', () => {
    const signalen = new Uitslag([header, ...prestaties]);
    for (const prestatie of prestaties) signalen.neem(regel('GW-X', 'signaal'), prestatie, mis);
    expect(signalen.niveau).toBeNull();
    expect(signalen.bevindingen().at(-1)).toMatchObject({ regel: MEER, ernst: 'signaal' });
  });
});

describe('findings from more than one place', () => {
  const kort = Array.from({ length: 3 }, (_, i) => bevinding(i));

  it('stay as they are when they are few', () => {
    expect(begrensd(kort)).toBe(kort);
  });

  it('become one report with one closing line', () => {
    const slot = bevinding(0, { regel: MEER, pad: null, ernst: 'signaal', meer: { 'GW-X': 5 } });
    const samen = begrensd([...kort, slot, bevinding(9), { ...slot, meer: { 'GW-X': 2, TR001: 1 } }]);
    expect(samen.map((b) => b.regel)).toEqual(['TR322', 'TR322', 'TR322', 'TR322', MEER]);
    expect(samen.at(-1)?.meer).toEqual({ 'GW-X': 7, TR001: 1 });
  });

  it('are cut to the measure, and cutting again changes nothing', () => {
    const alle = Array.from({ length: 130_000 }, (_, i) => bevinding(i));
    const eens = begrensd(alle);
    expect(eens).toHaveLength(MEESTE_BEVINDINGEN + 1);
    expect(perRegel(eens)).toEqual({ TR322: 130_000 });
    expect(begrensd(eens)).toEqual(eens);
  });
});
