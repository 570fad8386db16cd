import { describe, expect, it } from 'vitest';
import type { PrestatieRecord } from '../../../src/dossier/prestatie.ts';
import { jw323, type Regel } from './berichten.ts';
import { codes, geboekt, oordeel, type Spel, toewijzing } from './decor.ts';

const na = (prestaties: readonly PrestatieRecord[], volume = 3000): Spel => ({
  kennis: { prestaties, toewijzingen: [toewijzing({ volume })] },
});
const januari = { begin: '2026-01-01', einde: '2026-01-31' };
const credit: Regel = { ...januari, vorig: 'EERDER', dc: 'C' };

describe('TR314: ReferentieNummer', () => {
  it('was used before, by any message of this aanbieder', () => {
    const kennis = { claims: { 'pre|42420001|P1': 'ander' } };
    expect(codes(jw323([{}]), { kennis })).toEqual({ Prestatie: ['8021'] });
  });
});

describe('credits', () => {
  it('one of a granted debet is accepted, whatever its content', () => {
    const spel = na([geboekt()], 1);
    expect(codes(jw323([credit]), spel)).toEqual({});
    expect(oordeel(jw323([credit]), spel).lopend.prestaties[0]?.toewijzing).toBe('t-1001');
  });

  it('TR323: of a debet that is unknown, not yet answered, or not copied', () => {
    expect(codes(jw323([credit]), na([]))).toEqual({ Prestatie: ['8017'] });
    expect(codes(jw323([credit]), na([geboekt({ stand: 'voorlopig' })]))).toEqual({ Prestatie: ['8017'] });
    expect(codes(jw323([credit]), na([geboekt({ stand: 'afgewezen' })]))).toEqual({ Prestatie: ['8017'] });
    expect(codes(jw323([{ ...credit, volume: 50 }]), na([geboekt()]))).toEqual({ Prestatie: ['8017'] });
    expect(codes(jw323([credit]), na([geboekt({ debetCredit: 'C' })]))).toEqual({ Prestatie: ['8017'] });
  });

  it('TR390: once', () => {
    const eerder = geboekt({ referentie: 'C0', vorigeReferentie: 'EERDER', debetCredit: 'C' });
    expect(codes(jw323([credit]), na([geboekt(), eerder]))).toEqual({ Prestatie: ['9390'] });
  });
});

describe('TR389: one live debet for a product and period', () => {
  it('refuses a second one', () => {
    expect(codes(jw323([januari]), na([geboekt()]))).toEqual({ Prestatie: ['9389'] });
    expect(codes(jw323([{}]), na([geboekt()]))).toEqual({});
  });

  it('the credit goes first, wherever it stands in the message, and frees period and volume', () => {
    expect(codes(jw323([{ ...januari, volume: 80 }, credit]), na([geboekt()], 100))).toEqual({});
    const teVeel = codes(jw323([{ ...januari, volume: 101 }, credit]), na([geboekt()], 100));
    expect(teVeel).toEqual({ 'Prestatie[1]': ['9321', '9322'] });
  });

  it('when the credit is refused, so is the debet that should replace it', () => {
    const spel = na([geboekt()]);
    const bericht = jw323([
      { ...januari, volume: 80 },
      { ...credit, bedrag: 1 },
    ]);
    expect(codes(bericht, spel)).toEqual({ 'Prestatie[1]': ['9389'], 'Prestatie[2]': ['8017'] });
  });

  it('a debet that was credited and declared again is live again', () => {
    const verleden = [
      geboekt(),
      geboekt({ referentie: 'C0', vorigeReferentie: 'EERDER', debetCredit: 'C' }),
      geboekt({ referentie: 'NIEUW' }),
    ];
    expect(codes(jw323([januari]), na(verleden))).toEqual({ Prestatie: ['9389'] });
    expect(codes(jw323([januari]), na(verleden.slice(0, 2)))).toEqual({});
    expect(codes(jw323([januari]), na(verleden.slice(0, 2).reverse()))).toEqual({});
  });
});
