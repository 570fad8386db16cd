import { describe, expect, it } from 'vitest';
import type { AfsprakenDocument } from '../../../src/agreements/document.ts';
import { jw323, type Regel } from './berichten.ts';
import { codes, document, oordeel, type Spel, toewijzing } from './decor.ts';

const een = (regel: Regel, spel: Spel = {}) => codes(jw323([regel]), spel);
const begeleiding: Spel = {
  kennis: { toewijzingen: [toewijzing({ code: '45A02', volume: 40, eenheid: '04' })] },
};
const uur = { code: '45A02', volume: 50 };

describe('TR346: the amount', () => {
  it('is volume times tariff', () => {
    expect(een({ bedrag: 14999 })).toEqual({ Prestatie: ['9346'] });
  });

  it('is hour tariff times minutes / 60 under a contract per hour (IV081)', () => {
    expect(een({ ...uur, tarief: 142, bedrag: 7083 }, begeleiding)).toEqual({});
    expect(een({ ...uur, tarief: 142, bedrag: 7100 }, begeleiding)).toEqual({ Prestatie: ['9346'] });
    expect(een({ ...uur, volume: 2, eenheid: '04', tarief: 8500 }, begeleiding)).toEqual({});
  });

  it('without a contract tariff either form will do, where hours may have part in it', () => {
    const zonder = { ...begeleiding, afspraken: { contracten: [] } };
    expect(een({ ...uur, tarief: 142, bedrag: 7083 }, zonder)).toEqual({});
    expect(een({ ...uur, tarief: 142, bedrag: 7100 }, zonder)).toEqual({});
    expect(een({ ...uur, tarief: 142, bedrag: 7000 }, zonder)).toEqual({ Prestatie: ['9346'] });
    const inMinuten = { kennis: { toewijzingen: [toewijzing({ code: '45A02' })] }, afspraken: { contracten: [] } };
    expect(een({ ...uur, tarief: 142, bedrag: 7083 }, inMinuten)).toEqual({ Prestatie: ['9346'] });
  });

  it('is told beside an unknown toewijzing when no tariff at all could give it', () => {
    expect(een({ ...uur, nummer: 4444, tarief: 142, bedrag: 7083 })).toEqual({ Prestatie: ['9338'] });
    expect(een({ nummer: 4444, bedrag: 1 })).toEqual({ Prestatie: ['9338', '9346'] });
  });

  it('has nothing to multiply in euros', () => {
    const euros: Spel = { kennis: { toewijzingen: [toewijzing({ code: '45A03', eenheid: '83', volume: 900000 })] } };
    expect(een({ code: '45A03', eenheid: '83', tarief: null, volume: 70000 }, euros)).toEqual({});
  });
});

describe('TR418: the tariff of the contract', () => {
  it('0611 alone when the amount agrees with the tariff that was used', () => {
    expect(een({ tarief: 160 })).toEqual({ Prestatie: ['0611'] });
    expect(een({ ...uur, tarief: 150 }, begeleiding)).toEqual({ Prestatie: ['0611'] });
    expect(een({ tarief: 160, bedrag: 15000 })).toEqual({ Prestatie: ['9346', '0611'] });
  });

  it('is looked up on the first day of the ProductPeriode', () => {
    const december = { begin: '2025-12-01', einde: '2025-12-31' };
    expect(een({ ...december, tarief: 140 })).toEqual({});
    expect(een({ ...december, tarief: 150 })).toEqual({ Prestatie: ['0611'] });
  });

  describe('of a product that keeps the tariff of its toewijzing', () => {
    const { producten, contracten } = document();
    const perToewijzing = producten.map((p) => (p.code === '45A01' ? { ...p, tariefDatum: 'toewijzing' as const } : p));
    const spel = (meer: Partial<AfsprakenDocument> = {}): Spel => ({
      afspraken: { producten: perToewijzing, ...meer },
    });
    const december = { begin: '2025-12-01', einde: '2025-12-31' };

    it('is that of the Ingangsdatum, before and after the contract changed (2026-01-01)', () => {
      expect(een({ tarief: 140 })).toEqual({ Prestatie: ['0611'] });
      expect(een({ tarief: 140 }, spel())).toEqual({});
      expect(een({ ...december, tarief: 140 }, spel())).toEqual({});
      expect(een({ tarief: 150 }, spel())).toEqual({ Prestatie: ['0611'] });
    });

    it('is that of a toewijzing that began after the change, which changes of it do not move', () => {
      const nieuw = { toewijzingen: [toewijzing({ ingangsdatum: '2026-01-01', redenWijziging: '12' })] };
      expect(een({ tarief: 150 }, { ...spel(), kennis: nieuw })).toEqual({});
      expect(een({ tarief: 140 }, { ...spel(), kennis: nieuw })).toEqual({ Prestatie: ['0611'] });
    });

    it('the text names the day that decided', () => {
      const melding = (tarief: number, spelen: Spel) => oordeel(jw323([{ tarief }]), spelen).bevindingen[0]?.melding;
      expect(melding(150, spel())).toContain('op 2025-07-01 1,40 euro');
      expect(melding(140, {})).toContain('op 2026-02-01 1,50 euro');
    });

    it('without a contract on the Ingangsdatum there is nothing to compare with', () => {
      expect(een({ tarief: 999 }, spel({ contracten: contracten.filter((c) => c.nummer !== 'C1') }))).toEqual({});
    });

    it('says the default in full: the period', () => {
      const voluit = producten.map((p) => ({ ...p, tariefDatum: 'periode' as const }));
      expect(een({ tarief: 140 }, { afspraken: { producten: voluit } })).toEqual({ Prestatie: ['0611'] });
    });
  });

  it('has nothing to compare with when no contract holds on that day, or the price is agreed per case', () => {
    expect(een({ tarief: 999 }, { afspraken: { contracten: [] } })).toEqual({});
  });
});
