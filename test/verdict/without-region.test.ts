import { describe, expect, it } from 'vitest';
import { maakAfspraken } from '../../src/agreements/maak-afspraken.ts';
import { zonderRegio } from '../../src/verdict/without-region.ts';
import { readBericht } from '../../src/xml/read/read.ts';
import { voorbeeldDocument } from '../agreements/voorbeeld.ts';
import { jw301, jw305 } from '../gateway/berichten.ts';

const AFSPRAKEN = maakAfspraken(voorbeeldDocument(), 1);
const wie = (gemeente: string) => ({ aanbieder: '42420001', gemeente, bsn: '999900006', nummer: 1 });
const jw305Voor = (gemeente: string) => zonderRegio(readBericht(jw305(wie(gemeente), 'S1'), 'JW305', '3.2'), AFSPRAKEN);

describe('a gemeente that no region here serves', () => {
  it('is refused at level 0, with the place and what to do', () => {
    expect(jw305Voor('0014')).toMatchObject({
      niveau: 0,
      regel: 'POORT-IB005',
      pad: '/Bericht/Header/Ontvanger',
      ernst: 'fout',
    });
    const jw301Van = readBericht(jw301(wie('0014'), 'A1'), 'JW301', '3.2');
    expect(zonderRegio(jw301Van, AFSPRAKEN)?.pad).toBe('/Bericht/Header/Afzender');
  });

  it('is not one that is served, was served, or does not exist (TR378 judges those)', () => {
    expect(jw305Voor('0362')).toBeNull();
    expect(jw305Voor('0370')).toBeNull();
    expect(jw305Voor('0000')).toBeNull();
  });
});
