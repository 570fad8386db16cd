import { describe, expect, it } from 'vitest';
import { validateInhoud } from '../../src/standard/validate.ts';
import { bericht, met } from '../rules/builders.ts';
import {
  AANBIEDER,
  afsprakenMet,
  antwoordVan,
  CLIENT,
  GEMEENTE,
  mutatiesVan,
  toewijzing,
  verdictOver,
} from './wereld.ts';

const eigen = () =>
  afsprakenMet((document) => {
    for (const aanbieder of document.aanbieders) aanbieder.retour = 'eigen';
  });

describe('a JW301 of the gemeente', () => {
  it('is accepted: JW302 to both, relayed, kept with its Client', () => {
    const verdict = verdictOver(bericht('JW301'));
    expect(verdict.bevindingen).toEqual([]);
    expect(verdict.status).toBe('goedgekeurd');
    const retour = antwoordVan(verdict, 'JW302');
    expect(retour.leverAan).toEqual([GEMEENTE, AANBIEDER]);
    expect(retour.zender).toBe(AANBIEDER);
    expect(Object.keys(retour.inhoud)).toEqual(['Header']);
    expect(validateInhoud('3.2', 'JW302', retour.inhoud)).toEqual([]);
    expect(verdict.doorgeleverdAan).toEqual([AANBIEDER]);
    expect(mutatiesVan(verdict, 'toewijzing').map((m) => m.toewijzing.nummer)).toEqual([1001, 1002]);
    const [client] = mutatiesVan(verdict, 'client');
    expect(client?.client).toBe(CLIENT);
    expect(Object.keys(client?.gegevens ?? {})).not.toContain('ToegewezenProducten');
    expect(Object.keys(client?.gegevens ?? {})).toContain('Relaties');
  });

  it('claims its Identificatie and its numbers', () => {
    const claims = verdictOver(bericht('JW301')).claims;
    expect(claims).toContainEqual({ sleutel: `id|${GEMEENTE}|JW301|TEST1`, eigenaar: 'bericht-1' });
    expect(claims).toContainEqual({ sleutel: `toe|${GEMEENTE}|1001`, eigenaar: `${AANBIEDER}|${CLIENT}` });
  });

  it('is a new version under the key of the toewijzing with that number', () => {
    const bekend = toewijzing({ sleutel: 'oud', ingangsdatum: '2026-04-01', einddatum: '2026-08-31' });
    const [eerste, tweede] = mutatiesVan(
      verdictOver(bericht('JW301'), { kennis: { toewijzingen: [bekend] } }),
      'toewijzing',
    );
    expect(eerste?.toewijzing.sleutel).toBe('oud');
    expect(eerste?.toewijzing.einddatum).toBe('2026-09-30');
    expect(tweede?.toewijzing.sleutel).not.toBe('oud');
  });

  it('keeps signaalbudget and acceptance of what is only sent again (OP087)', () => {
    const bekend = toewijzing({
      ingangsdatum: '2026-04-01',
      einddatum: '2026-09-30',
      volume: 600,
      signaalbudget: { soort: 'standaard', bedrag: 500000 },
    });
    const omstandigheid = { afspraken: eigen(), kennis: { toewijzingen: [bekend] } };
    const [eerste, tweede] = mutatiesVan(verdictOver(bericht('JW301'), omstandigheid), 'toewijzing');
    expect(eerste?.toewijzing.signaalbudget).toEqual({ soort: 'standaard', bedrag: 500000 });
    expect(eerste?.toewijzing.voorlopig).toBe(false);
    expect(tweede?.toewijzing.voorlopig).toBe(true);
  });

  it('sets the value of its total as the maximum, maatwerk when above the fixed signaalbudget', () => {
    const ruim = met(bericht('JW301'), ['Client/ToegewezenProducten/ToegewezenProduct[1]/Omvang/Volume', '4000']);
    const [eerste] = mutatiesVan(verdictOver(ruim), 'toewijzing');
    expect(eerste?.toewijzing.signaalbudget).toEqual({ soort: 'maatwerk', bedrag: 600000 });
  });

  it('signals what goes against the agreements, to both, and accepts it', () => {
    const anders = met(bericht('JW301'), ['Client/ToegewezenProducten/ToegewezenProduct[1]/Omvang/Eenheid', '04']);
    const verdict = verdictOver(anders);
    expect(verdict.status).toBe('goedgekeurd');
    expect(verdict.signalen.map((s) => [s.soort, s.toewijzingNummer])).toEqual([['afwijking', 1001]]);
  });

  it('honours the request that it names and closes its werkbak item', () => {
    const verzoek = {
      referentie: 'R1',
      soort: 'VOT' as const,
      client: CLIENT,
      stand: 'onderzoek' as const,
      antwoorden: 1,
      berichtId: 'vot',
      release: '3.2',
      dagtekening: '2026-02-20',
      ingangsdatum: '2026-04-01',
    };
    const b = met(bericht('JW301'), ['Client/ToegewezenProducten/ToegewezenProduct[1]/ReferentieAanbieder', 'R1']);
    const verdict = verdictOver(b, { kennis: { verzoeken: [verzoek] } });
    expect(verdict.bevindingen).toEqual([]);
    expect(mutatiesVan(verdict, 'verzoek-stand')).toEqual([
      { soort: 'verzoek-stand', referentie: 'R1', stand: 'toegewezen', antwoorden: 1 },
    ]);
    expect(mutatiesVan(verdict, 'werkbak-gesloten')).toEqual([{ soort: 'werkbak-gesloten', referentie: 'R1' }]);
  });

  it('gets no composed JW302 from an aanbieder with a system of its own, and is provisional', () => {
    const verdict = verdictOver(bericht('JW301'), { afspraken: eigen() });
    expect(verdict.antwoorden).toEqual([]);
    expect(verdict.doorgeleverdAan).toEqual([AANBIEDER]);
    expect(mutatiesVan(verdict, 'toewijzing').every((m) => m.toewijzing.voorlopig)).toBe(true);
  });

  it('in iJW 2.3 without ToewijzingNummer is matched by product and Ingangsdatum (IV051)', () => {
    const pad = 'Client/Beschikking/ToegewezenProducten/ToegewezenProduct[1]';
    const b = met(bericht('JW301', '2.3'), [`${pad}/ToewijzingNummer`, undefined]);
    const eerst = verdictOver(b);
    expect(eerst.bevindingen.filter((x) => x.ernst === 'fout')).toEqual([]);
    const [nieuw] = mutatiesVan(eerst, 'toewijzing');
    expect(nieuw?.toewijzing.nummer).toBeNull();
    if (nieuw === undefined) return;
    const weer = verdictOver(b, { kennis: { toewijzingen: [{ ...nieuw.toewijzing, sleutel: 'oud' }] } });
    expect(mutatiesVan(weer, 'toewijzing')[0]?.toewijzing.sleutel).toBe('oud');
    expect(validateInhoud('2.3', 'JW302', antwoordVan(weer, 'JW302').inhoud)).toEqual([]);
  });

  it('rejected has no effect but that its Identificatie is used', () => {
    const verdict = verdictOver(met(bericht('JW301'), ['Client/Bsn', '123456789']));
    expect(verdict.status).toBe('afgekeurd');
    expect(verdict.mutaties).toEqual([]);
    expect(verdict.doorgeleverdAan).toEqual([]);
    expect(verdict.claims.map((c) => c.sleutel)).toEqual([`id|${GEMEENTE}|JW301|TEST1`]);
  });
});
