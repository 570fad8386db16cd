import { describe, expect, test } from 'vitest';
import { maakAfspraken } from '../../src/agreements/maak-afspraken.ts';
import { voorbeeldDocument } from './voorbeeld.ts';

const afspraken = maakAfspraken(voorbeeldDocument(), 7);

describe('gemeenten', () => {
  test('a family is the code itself and then its predecessors, also at one remove', () => {
    const doc = voorbeeldDocument();
    doc.gemeenten.push({
      code: '0371',
      naam: 'Nog ouder',
      regio: 'ZAWA',
      geldigVan: '2015-01-01',
      geldigTot: '2016-12-31',
      opvolger: '0370',
    });
    const oud = maakAfspraken(doc, 1);
    expect(oud.familie('0439')).toEqual(['0439', '0370', '0371']);
    expect(oud.familie('0370')).toEqual(['0370', '0371']);
    expect(oud.familie('0362')).toEqual(['0362']);
    expect(oud.familie('9999')).toEqual(['9999']);
  });

  test('a region by any entry, whenever valid', () => {
    expect(afspraken.regioVan('0370')).toBe('ZAWA');
    expect(afspraken.regioVan('0599')).toBeNull();
  });

  test('validity on a date: the document wins for the codes it names, the national list for others', () => {
    expect(afspraken.gemeenteGeldig('0370', '2021-12-31')).toBe(true);
    expect(afspraken.gemeenteGeldig('0370', '2022-01-01')).toBe(false);
    expect(afspraken.gemeenteGeldig('0599', '2026-01-01')).toBe(true);
    expect(afspraken.gemeenteGeldig('9999', '2026-01-01')).toBe(false);
    expect(afspraken.gemeenteBekend('0599')).toBe(true);
    expect(afspraken.gemeenteBekend('9999')).toBe(false);
  });

  test('the entry that began last is the present one', () => {
    const doc = voorbeeldDocument();
    for (const g of doc.gemeenten) if (g.code === '0362') g.geldigTot = '2019-12-31';
    doc.gemeenten.unshift({
      code: '0362',
      naam: 'Nieuw',
      regio: 'ZAWA',
      geldigVan: '2020-01-01',
      geldigTot: null,
      opvolger: null,
      retour: 'eigen',
    });
    const nieuw = maakAfspraken(doc, 1);
    expect(nieuw.gemeente('0362')?.naam).toBe('Nieuw');
    expect(nieuw.regioVan('0362')).toBe('ZAWA');
    expect(nieuw.retourVan('0362')).toBe('eigen');
  });
});

describe('dated look-ups', () => {
  test('the regime changes at midnight', () => {
    expect(afspraken.regime('0362', '2021-12-31')?.code).toBe('OUD');
    expect(afspraken.regime('0362', '2022-01-01')?.code).toBe('NIEUW');
    expect(afspraken.regime('0370', '2022-01-01')).toBeUndefined();
    expect(afspraken.regime('0362', '2017-12-31')).toBeUndefined();
  });

  test('the contract of the day, and none of another aanbieder', () => {
    expect(afspraken.contract('NIEUW', '42420001', '2024-12-31')?.nummer).toBe('C1');
    expect(afspraken.contract('NIEUW', '42420001', '2025-01-01')?.nummer).toBe('C2');
    expect(afspraken.contract('NIEUW', '42420002', '2025-01-01')).toBeUndefined();
  });

  test('an agreement needs regime, contract, product and line', () => {
    expect(afspraken.afspraak('0362', '42420001', '45', '45A01', '2025-06-01')).toMatchObject({
      regime: { code: 'NIEUW' },
      contract: { nummer: 'C2' },
      product: { signaalbudget: 500000 },
      regel: { tarief: 150 },
    });
    expect(afspraken.afspraak('0362', '42420001', '44', '45A01', '2025-06-01')).toBeUndefined();
    expect(afspraken.afspraak('0362', '42420002', '45', '45A01', '2025-06-01')).toBeUndefined();
    expect(afspraken.afspraak('0362', '42420001', '45', '45A01', '2021-06-01')).toBeUndefined();
    const zonderRegel = voorbeeldDocument();
    for (const c of zonderRegel.contracten) c.producten = [];
    expect(maakAfspraken(zonderRegel, 1).afspraak('0362', '42420001', '45', '45A01', '2025-06-01')).toBeUndefined();
  });

  test('TR381: a pair of categorie and code', () => {
    expect(afspraken.productBekend('45', '45A01')).toBe(true);
    expect(afspraken.productBekend('44', '45A01')).toBe(false);
  });

  test('who composes, and the version', () => {
    expect(afspraken.retourVan('42420002')).toBe('eigen');
    expect(afspraken.retourVan('0362')).toBe('gateway');
    expect(afspraken.retourVan('99999999')).toBe('gateway');
    expect(afspraken.versie).toBe(7);
  });
});
