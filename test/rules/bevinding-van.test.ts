import { describe, expect, it } from 'vitest';
import { judgeContent } from '../../src/rules/judge.ts';
import { bericht, erbij, met, zonder } from './builders.ts';

const TOE = 'Client/ToegewezenProducten/ToegewezenProduct[2]';

describe('a finding', () => {
  it('points at the element that is wrong', () => {
    const [bevinding] = judgeContent(met(bericht('JW301'), [`${TOE}/Einddatum`, '2026-03-31'])).bevindingen;
    expect(bevinding?.pad).toBe(`/Bericht/${TOE}/Einddatum`);
    expect(bevinding?.melding).toContain('2026-03-31');
  });

  it('points at what surrounds an element that is missing', () => {
    const [bevinding] = judgeContent(zonder(bericht('JW301'), `${TOE}/Omvang`)).bevindingen;
    expect(bevinding?.pad).toBe(`/Bericht/${TOE}`);
    expect(bevinding?.melding).toContain('Omvang');
  });

  it('shows of a BSN its end only', () => {
    const [bevinding] = judgeContent(met(bericht('JW301'), ['Client/Bsn', '999900007'])).bevindingen;
    expect(bevinding?.melding).toContain('007');
    expect(bevinding?.melding).not.toContain('9999');
  });

  it('says in full what the rule itself has to say', () => {
    const [bevinding] = judgeContent(erbij(bericht('JW307'), 'Client/StopProducten/StopProduct')).bevindingen;
    expect(bevinding?.melding).toContain('ToewijzingNummer, Product, Begindatum, Einddatum en RedenBeeindiging');
  });

  it('reports every fault of a level, not the first', () => {
    const veel = met(bericht('JW301'), ['Client/Bsn', '999900007'], [`${TOE}/Einddatum`, '2026-03-31']);
    expect(judgeContent(veel).bevindingen.map((b) => b.regel)).toEqual(['CS002', 'CS003']);
  });
});
