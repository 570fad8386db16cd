import { describe, expect, it } from 'vitest';
import { maakAfspraken } from '../../src/agreements/maak-afspraken.ts';
import { signaalbudgetVan, type ToegewezenMaximum } from '../../src/signaalbudget/maximum.ts';
import { voorbeeldDocument } from '../agreements/voorbeeld.ts';

const document = voorbeeldDocument();
const basis = { regime: 'NIEUW', verwijzers: ['02'], maxDagen: null, leeftijdVan: null, leeftijdTot: 18 };
document.producten.push(
  {
    ...basis,
    categorie: '45',
    code: '45Z01',
    naam: 'Zonder',
    zorgcategorie: 'ambulant',
    eenheid: '01',
    signaalbudget: null,
  },
  {
    ...basis,
    categorie: '44',
    code: '44A01',
    naam: 'Gezinshuis',
    zorgcategorie: 'verblijf',
    eenheid: '16',
    signaalbudget: null,
  },
);
document.contracten[1]?.producten.push(
  { code: '45Z01', tarief: 8500, tariefEenheid: '04' },
  { code: '44A01', tarief: 9000, tariefEenheid: '16' },
);
const afspraken = maakAfspraken(document, 1);

const toewijzing: ToegewezenMaximum = {
  gemeente: '0362',
  aanbieder: '42420001',
  categorie: '45',
  code: '45A01',
  ingangsdatum: '2025-07-01',
  einddatum: '2025-12-31',
  volume: 3000,
  eenheid: '01',
  frequentie: '6',
  budget: null,
};
const van = (anders: Partial<ToegewezenMaximum>) => signaalbudgetVan({ ...toewijzing, ...anders }, afspraken);

describe('the signaalbudget that a JW301 of the gemeente sets', () => {
  it('is the value of a total, maatwerk when above the fixed one', () => {
    expect(van({})).toEqual({ soort: 'standaard', bedrag: 450000 });
    expect(van({ volume: 4000 })).toEqual({ soort: 'maatwerk', bedrag: 600000 });
  });

  it('is the Volume itself in euros', () => {
    expect(van({ volume: 700000, eenheid: '83' })).toEqual({ soort: 'maatwerk', bedrag: 700000 });
  });

  it('is the fixed one with another frequentie, or when the contract cannot tell the value', () => {
    expect(van({ frequentie: '2' })).toEqual({ soort: 'standaard', bedrag: 500000 });
    expect(van({ eenheid: '14' })).toEqual({ soort: 'standaard', bedrag: 500000 });
    expect(van({ aanbieder: '42420009' })).toEqual({ soort: 'standaard', bedrag: 500000 });
  });

  it('is the Budget of a toewijzing without code, when its categorie is ambulant', () => {
    const budget = { code: null, volume: null, eenheid: null, frequentie: null, budget: 123400 };
    expect(van(budget)).toEqual({ soort: 'standaard', bedrag: 123400 });
    expect(van({ ...budget, categorie: null })).toEqual({ soort: 'standaard', bedrag: 123400 });
    expect(van({ ...budget, categorie: '44' })).toBeNull();
    expect(van({ ...budget, budget: null })).toBeNull();
  });

  it('an ambulant product without fixed one has it from the total alone', () => {
    expect(van({ code: '45Z01', volume: 50 })).toEqual({ soort: 'standaard', bedrag: 7083 });
    expect(van({ code: '45Z01', frequentie: '4' })).toBeNull();
  });

  it('none outside ambulant, and none where no regime or product is agreed on the Ingangsdatum', () => {
    expect(van({ categorie: '44', code: '44A01', eenheid: '16' })).toBeNull();
    expect(van({ code: '45X99' })).toBeNull();
    expect(van({ ingangsdatum: '2017-01-01' })).toBeNull();
    expect(van({ ingangsdatum: '2021-06-01' })).toBeNull();
  });
});
