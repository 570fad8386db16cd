import { expect, test } from 'vitest';
import { gevolgenVoor } from '../../src/agreements/geraakt.ts';
import { maakAfspraken } from '../../src/agreements/maak-afspraken.ts';
import { voorbeeldDocument } from './voorbeeld.ts';

const SOORT = { gemeente: '0362', aanbieder: '42420001', categorie: '45', code: '45A01', ingangsdatum: '2023-05-01' };

function gevolgen(verander: (document: ReturnType<typeof voorbeeldDocument>) => void, soort = SOORT) {
  const nieuw = voorbeeldDocument();
  verander(nieuw);
  return gevolgenVoor(soort, maakAfspraken(voorbeeldDocument(), 1), maakAfspraken(nieuw, 2));
}

test('the same agreements touch nothing', () => {
  expect(gevolgen((d) => d.aanbieders.reverse())).toEqual([]);
});

test('only what holds on the Ingangsdatum counts', () => {
  const ander = (d: ReturnType<typeof voorbeeldDocument>) => {
    Object.assign(d.contracten[1] ?? {}, { producten: [] });
  };
  expect(gevolgen(ander)).toEqual([]);
  expect(gevolgen(ander, { ...SOORT, ingangsdatum: '2025-01-01' })).toEqual(['tarief']);
});

test('a regime that moves, a contract that goes, another way to answer', () => {
  expect(gevolgen((d) => Object.assign(d.regimes[1] ?? {}, { signaalPercentage: 80 }))).toEqual(['regime']);
  expect(gevolgen((d) => d.contracten.shift())).toEqual(['contract', 'tarief']);
  expect(gevolgen((d) => Object.assign(d.aanbieders[0] ?? {}, { retour: 'eigen' }))).toEqual(['retour']);
  expect(gevolgen((d) => Object.assign(d.producten[0] ?? {}, { leeftijdTot: 23 }))).toEqual(['product']);
});
