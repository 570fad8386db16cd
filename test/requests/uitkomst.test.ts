import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { afgesprokenVoor } from '../../src/requests/afgesproken.ts';
import type { Geboorte, GevraagdProduct } from '../../src/requests/gevraagd.ts';
import { type Uitkomst, uitkomstVan } from '../../src/requests/uitkomst.ts';
import { afsprakenMet, type Document, product } from '../verdict/wereld.ts';

const GOED: GevraagdProduct = {
  referentie: 'R1',
  categorie: '45',
  code: '45A01',
  ingangsdatum: '2026-04-01',
  einddatum: '2026-09-30',
  omvang: { volume: 600, eenheid: '01', frequentie: '6' },
  budget: null,
  verwijzer: '02',
};

function uitkomst(
  deel: Partial<GevraagdProduct> = {},
  wijzig: (document: Document) => void = () => undefined,
  geboorte: Geboorte = { datum: '2012-05-17', gebruik: null },
): Uitkomst {
  const gevraagd = { ...GOED, ...deel };
  const afgesproken = afgesprokenVoor(gevraagd, { gemeente: '0362', aanbieder: '42420001' }, afsprakenMet(wijzig));
  return uitkomstVan({ gevraagd, geboorte, afgesproken, toewijzingen: [] });
}

describe('what an honoured request gets', () => {
  it('the fixed signaalbudget of its product, in the unit of the product, however little was asked', () => {
    const verwacht = { omvang: { volume: 3333, eenheid: '01', frequentie: '6' }, signaalbudget: 500000 };
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3333 }), (volume) => {
        const wat = uitkomst({ omvang: { volume, eenheid: '01', frequentie: '6' } });
        expect(wat).toEqual({ kind: 'granted', toekenning: verwacht });
      }),
    );
  });

  it('the budget itself where the unit is euro', () => {
    const inEuro = (d: Document) => {
      product(d, '45A01').eenheid = '83';
    };
    expect(uitkomst({ omvang: { volume: 500000, eenheid: '83', frequentie: '6' } }, inEuro)).toMatchObject({
      toekenning: { omvang: { volume: 500000, eenheid: '83', frequentie: '6' } },
    });
  });

  it('what was asked where the product has no signaalbudget', () => {
    const omvang = { volume: 3, eenheid: '04', frequentie: '2' };
    expect(uitkomst({ code: '45A02', omvang })).toEqual({
      kind: 'granted',
      toekenning: { omvang, signaalbudget: null },
    });
  });
});

describe('a request that waits', () => {
  it.each<[string, Partial<GevraagdProduct>]>([
    ['one minute above the signaalbudget', { omvang: { volume: 3334, eenheid: '01', frequentie: '6' } }],
    // 27 weeks are touched
    ['a week volume above it in total', { omvang: { volume: 124, eenheid: '01', frequentie: '2' } }],
  ])('is in onderzoek: %s', (_naam, deel) => {
    expect(uitkomst(deel)).toEqual({ kind: 'under-review', redenen: ['boven-signaalbudget'] });
  });

  it('just within it by the week is granted', () => {
    expect(uitkomst({ omvang: { volume: 123, eenheid: '01', frequentie: '2' } }).kind).toBe('granted');
  });

  it.each<[string, Partial<GevraagdProduct>, (document: Document) => void]>([
    ['zonder-productcode', { code: null, omvang: null }, () => undefined],
    ['zonder-einddatum', { einddatum: null, omvang: { volume: 1, eenheid: '01', frequentie: '1' } }, () => undefined],
    ['waarde-onbekend', { omvang: { volume: 1, eenheid: '16', frequentie: '6' } }, () => undefined],
    ['waarde-onbekend', { code: '45A02', omvang: { volume: 1, eenheid: '14', frequentie: '6' } }, () => undefined],
    ['waarde-onbekend', { code: '45A02', omvang: { volume: 1, eenheid: '83', frequentie: '6' } }, () => undefined],
    [
      'waarde-onbekend',
      {},
      (d) => {
        for (const c of d.contracten) for (const regel of c.producten) regel.tarief = null;
      },
    ],
    [
      'toestemming-lokaal-team',
      {},
      (d) => {
        product(d, '45A01').toestemming = 'lokaal-team';
      },
    ],
    [
      'regime-gemeente',
      {},
      (d) => {
        for (const r of d.regimes) r.toewijzen = 'gemeente';
      },
    ],
  ])('for the gemeente: %s', (reden, deel, wijzig) => {
    expect(uitkomst(deel, wijzig)).toEqual({ kind: 'waiting', redenen: [reden] });
  });

  it('for a date of birth that nobody knows', () => {
    const onbekend = { datum: '1900-01-01', gebruik: '3' };
    expect(uitkomst({}, () => undefined, onbekend)).toEqual({ kind: 'waiting', redenen: ['geboortedatum-onbekend'] });
  });

  it('open-ended with a total is no reason to wait', () => {
    expect(uitkomst({ einddatum: null }).kind).toBe('granted');
  });
});
