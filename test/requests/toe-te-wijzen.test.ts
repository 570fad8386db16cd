import { describe, expect, it } from 'vitest';
import { type Anders, type BudgetKeuze, ZOALS_GEVRAAGD } from '../../src/requests/besluit-keuze.ts';
import type { GevraagdProduct } from '../../src/requests/gevraagd.ts';
import { toeTeWijzen } from '../../src/requests/toe-te-wijzen.ts';
import { AANBIEDER, afsprakenMet, GEMEENTE } from '../verdict/wereld.ts';

const AFSPRAKEN = afsprakenMet();
const gevraagd: GevraagdProduct = {
  referentie: 'R1',
  categorie: '45',
  code: '45A01',
  ingangsdatum: '2026-04-01',
  einddatum: '2026-09-30',
  omvang: { volume: 600, eenheid: '01', frequentie: '6' },
  budget: null,
  verwijzer: '02',
};

function besluit(anders: Partial<Anders>, budget: BudgetKeuze | null = null, vraag: Partial<GevraagdProduct> = {}) {
  const uitkomst = toeTeWijzen(
    {
      ...{ gevraagd: { ...gevraagd, ...vraag }, anders: { ...ZOALS_GEVRAAGD, ...anders }, budget },
      partijen: { gemeente: GEMEENTE, aanbieder: AANBIEDER },
    },
    AFSPRAKEN,
  );
  if (uitkomst.kind === 'refused') return uitkomst.reden;
  const { volume, eenheid, frequentie, budget: bedrag } = uitkomst.inhoud;
  return [volume, eenheid, frequentie, bedrag, uitkomst.signaalbudget?.soort ?? null, uitkomst.signaalbudget?.bedrag];
}

const maatwerk = (bedrag: number | null = null): BudgetKeuze => ({ soort: 'maatwerk', bedrag });
const weekelijks = { omvang: { volume: 300, eenheid: '01', frequentie: '2' } };

describe('what a decision to assign gives', () => {
  it.each<[string, ReturnType<typeof besluit>, unknown]>([
    ['the fixed signaalbudget to what is within it', besluit({}), [3333, '01', '6', null, 'standaard', 500000]],
    [
      'as asked above it',
      besluit({}, null, { omvang: { volume: 6000, eenheid: '01', frequentie: '6' } }),
      [6000, '01', '6', null, 'maatwerk', 900000],
    ],
    [
      'the fixed one whatever was asked',
      besluit({}, { soort: 'standaard' }, weekelijks),
      [3333, '01', '6', null, 'standaard', 500000],
    ],
    [
      'a total of what is asked per week',
      besluit({}, maatwerk(), weekelijks),
      [8100, '01', '6', null, 'maatwerk', 1215000],
    ],
    ['a total of an amount', besluit({}, maatwerk(750_000)), [5000, '01', '6', null, 'maatwerk', 750000]],
    [
      'a total that the gemeente names',
      besluit({ volume: 4000 }, maatwerk()),
      [4000, '01', '6', null, 'maatwerk', 600000],
    ],
    ['its own omvang', besluit({ volume: 100, frequentie: '2' }), [100, '01', '2', null, 'standaard', 500000]],
    ['a Budget in place of an omvang', besluit({ budget: 1000 }), [null, null, null, 1000, 'standaard', 1000]],
    ['a maatwerk Budget', besluit({ budget: 1000 }, maatwerk(2000)), [null, null, null, 2000, 'maatwerk', 2000]],
    ['no total in another frequentie', besluit({ frequentie: '2', volume: 1 }, maatwerk()), 'geen-totaal'],
    ['no fixed one where there is none', besluit({ code: '45A02' }, { soort: 'standaard' }), 'zonder-signaalbudget'],
    ['no maatwerk outside the contract', besluit({ code: '45A03' }, maatwerk()), 'zonder-signaalbudget'],
    ['no value without an end', besluit({}, maatwerk(), { ...weekelijks, einddatum: null }), 'waarde-onbekend'],
    ['no amount below one unit', besluit({}, maatwerk(100)), 'bedrag-ongeldig'],
  ])('%s', (_naam, gegeven, verwacht) => {
    expect(gegeven).toEqual(verwacht);
  });
});
