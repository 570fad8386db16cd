import { describe, expect, it } from 'vitest';
import type { VerzoekRecord } from '../../src/dossier/verzoek.ts';
import { waardeVan } from '../../src/xml/tree.ts';
import { bericht, met } from '../rules/builders.ts';
import { AANBIEDER, CLIENT, GEMEENTE, mutatiesVan, toewijzing, verdictOver } from './wereld.ts';

const TOEWIJZINGEN = [
  toewijzing({ nummer: 1001 }),
  toewijzing({ nummer: 1002, code: '45A02', ingangsdatum: '2026-01-01', volume: 600 }),
];

describe('a JW317', () => {
  it('opens one request and waits for the gemeente, which gets it', () => {
    const verdict = verdictOver(bericht('JW317'), { kennis: { toewijzingen: TOEWIJZINGEN } });
    expect(verdict.bevindingen).toEqual([]);
    expect(verdict.status).toBe('goedgekeurd');
    expect(verdict.antwoorden.map((a) => [a.type, a.leverAan])).toEqual([['JW318', [AANBIEDER, GEMEENTE]]]);
    expect(mutatiesVan(verdict, 'verzoek').map((m) => m.verzoek)).toEqual([
      {
        referentie: 'W1',
        soort: 'VOW',
        client: CLIENT,
        stand: 'open',
        antwoorden: 0,
        berichtId: 'bericht-1',
        release: '3.2',
        dagtekening: '2026-03-02',
        ingangsdatum: '2026-01-01',
      },
    ]);
    expect(mutatiesVan(verdict, 'werkbak').map((m) => [m.item.soort, m.item.redenen])).toEqual([
      ['VOW', ['verzoek-om-wijziging']],
    ]);
    expect(verdict.doorgeleverdAan).toEqual([GEMEENTE]);
    expect(verdict.claims.map((c) => c.sleutel)).toContain(`ref|${AANBIEDER}|W1`);
  });
});

const REDEN = 'Antwoord/RedenAfwijzingVerzoek';

describe('a JW319 of the gemeente', () => {
  const verzoek: VerzoekRecord = {
    referentie: 'R1',
    soort: 'VOT',
    client: CLIENT,
    stand: 'open',
    antwoorden: 0,
    berichtId: 'vot',
    release: '3.2',
    dagtekening: '2026-02-20',
    ingangsdatum: '2026-04-01',
  };
  const onderzoek = met(
    bericht('JW319'),
    ['Antwoord/VerzoekAntwoord', '2'],
    ['Antwoord/RedenAfwijzingVerzoek', undefined],
    ['Antwoord/Woonplaatsbeginsel', undefined],
  );

  it('that refuses closes the request and its werkbak item', () => {
    const bekend = { ...verzoek, stand: 'onderzoek' as const, antwoorden: 1 };
    const verdict = verdictOver(bericht('JW319'), { kennis: { verzoeken: [bekend] } });
    expect(verdict.bevindingen).toEqual([]);
    expect(verdict.mutaties).toEqual([
      { soort: 'verzoek-stand', referentie: 'R1', stand: 'afgewezen', antwoorden: 2 },
      { soort: 'werkbak-gesloten', referentie: 'R1' },
    ]);
    expect(verdict.antwoorden.map((a) => a.type)).toEqual(['JW320']);
    expect([verdict.zegt, verdict.zegtCodes]).toEqual(['geweigerd', [waardeVan(bericht('JW319').inhoud, REDEN)]]);
    expect(verdict.doorgeleverdAan).toEqual([AANBIEDER]);
  });

  it('in onderzoek leaves it in the werkbak', () => {
    const verdict = verdictOver(onderzoek, { kennis: { verzoeken: [verzoek] } });
    expect(verdict.mutaties).toEqual([{ soort: 'verzoek-stand', referentie: 'R1', stand: 'onderzoek', antwoorden: 1 }]);
    expect(verdict.zegt).toBeUndefined();
  });

  it('on an unknown request is rejected, the whole Antwoord echoed', () => {
    const verdict = verdictOver(bericht('JW319'));
    expect(verdict.status).toBe('afgekeurd');
    expect(verdict.antwoorden[0]?.inhoud).toHaveProperty('Antwoord.RetourCodes', { RetourCode: ['9355'] });
  });
});
