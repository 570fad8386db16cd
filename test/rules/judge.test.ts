import { describe, expect, it } from 'vitest';
import { bericht, met } from './builders.ts';
import { ANDER_BSN, BSN, client, oordeel, toewijzing } from './declaration/decor.ts';

const PRESTATIE = 'Declaratie/Clienten/Client[1]/Prestaties/Prestatie';
const toewijzingen = [toewijzing(), toewijzing({ nummer: 1002, code: '45A02' })];
const start = met(bericht('JW305'), ['Client/StartProducten/StartProduct[2]/StatusAanlevering', '3']);
const eerder = {
  soort: 'start',
  client: client(BSN),
  toewijzingNummer: 1002,
  categorie: '45',
  code: '45A02',
  begindatum: '2026-02-01',
  einddatum: null,
  redenBeeindiging: null,
  toewijzingIngangsdatum: '2026-01-01',
  berichtId: 'eerder',
  volgorde: 7,
} as const;

describe('judging a message', () => {
  it('looks no further when its own content is wrong', () => {
    const fout = met(
      bericht('JW323'),
      ['Declaratie/TotaalIngediendBedrag/TotaalBedrag', '1'],
      [`${PRESTATIE}[1]/ToewijzingNummer`, '9'],
    );
    const { niveau, bevindingen, codes } = oordeel(fout);
    expect([niveau, bevindingen.map((b) => b.regel), codes.size]).toEqual([2, ['TR358'], 0]);
  });

  it('reports beside a refused header all that is wrong below it', () => {
    const later = met(bericht('JW305'), ['Header/BerichtIdentificatie/Dagtekening', '2026-03-09']);
    const { niveau, codes, lopend } = oordeel(later, { kennis: { toewijzingen: [] } });
    expect(niveau).toBe(3);
    expect(codes.get('/Bericht/Header')).toEqual(['8848']);
    expect(codes.get('/Bericht/Client/StartProducten/StartProduct[1]')).toEqual(['9019']);
    expect(lopend.regie).toEqual([]);
  });

  it('does not assess the lines of a client that was refused', () => {
    const { codes, nietBeoordeeld, lopend } = oordeel(bericht('JW323'), { kennis: { toewijzingen } });
    expect(codes.get('/Bericht/Declaratie/Clienten/Client[2]')).toEqual(['8187']);
    expect([...nietBeoordeeld]).toEqual(['/Bericht/Declaratie/Clienten/Client[2]/Prestaties/Prestatie']);
    expect(lopend.prestaties.map((p) => p.client)).not.toContain(client(ANDER_BSN));
  });

  it('takes up what nothing refused: a start that is new, one that goes', () => {
    const { niveau, lopend } = oordeel(start, { kennis: { toewijzingen, regie: [eerder] } });
    expect(niveau).toBe(null);
    expect(lopend.verwijderd).toEqual([eerder]);
    expect(lopend.regie).toMatchObject([{ soort: 'start', toewijzingNummer: 1001, berichtId: 'dit', volgorde: 8 }]);
  });

  it('takes up nothing of a start that was refused', () => {
    const { codes, lopend } = oordeel(start, { kennis: { toewijzingen } });
    expect(codes.get('/Bericht/Client/StartProducten/StartProduct[2]')).toEqual(['9063']);
    expect(lopend.verwijderd).toEqual([]);
    expect(lopend.regie).toHaveLength(1);
  });
});
