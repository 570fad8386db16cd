import { describe, expect, it } from 'vitest';
import { jw323, type Regel } from './berichten.ts';
import { codes, type Spel, toewijzing } from './decor.ts';

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

  it('has nothing to compare with when no contract holds on that day, or the price is agreed per case', () => {
    expect(een({ tarief: 999 }, { afspraken: { contracten: [] } })).toEqual({});
  });
});
