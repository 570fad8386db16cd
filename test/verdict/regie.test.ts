import { expect, it } from 'vitest';
import { bericht, met } from '../rules/builders.ts';
import { AANBIEDER, GEMEENTE, mutatiesVan, toewijzing, verdictOver } from './wereld.ts';

const TOEWIJZINGEN = [toewijzing({ nummer: 1001 }), toewijzing({ nummer: 1002, code: '45A02' })];

it('a JW305 is kept, answered to both and relayed', () => {
  const verdict = verdictOver(bericht('JW305'), { kennis: { toewijzingen: TOEWIJZINGEN } });
  expect(verdict.bevindingen).toEqual([]);
  expect(verdict.status).toBe('goedgekeurd');
  expect(mutatiesVan(verdict, 'regie').map((m) => [m.record.soort, m.record.toewijzingNummer])).toEqual([
    ['start', 1001],
    ['start', 1002],
  ]);
  expect(verdict.antwoorden.map((a) => [a.type, a.leverAan])).toEqual([['JW306', [AANBIEDER, GEMEENTE]]]);
  expect(verdict.doorgeleverdAan).toEqual([GEMEENTE]);
});

it('a start that is removed is a mutation of its own', () => {
  const kennis = { toewijzingen: TOEWIJZINGEN };
  const records = mutatiesVan(verdictOver(bericht('JW305'), { kennis }), 'regie').map((m) => m.record);
  const pad = (n: number) => `Client/StartProducten/StartProduct[${n}]/StatusAanlevering`;
  const weg = met(bericht('JW305'), [pad(1), '3'], [pad(2), '3']);
  const verdict = verdictOver(weg, { kennis: { ...kennis, regie: records } });
  expect(verdict.bevindingen).toEqual([]);
  expect(mutatiesVan(verdict, 'regie-verwijderd').map((m) => m.record)).toEqual(records);
  expect(mutatiesVan(verdict, 'regie')).toEqual([]);
});

it('a start on an unknown toewijzing is rejected and kept nowhere', () => {
  const verdict = verdictOver(bericht('JW305'));
  expect(verdict.status).toBe('afgekeurd');
  expect(verdict.mutaties).toEqual([]);
  expect(verdict.doorgeleverdAan).toEqual([]);
});

it('an Identificatie that another message holds is not claimed again', () => {
  const claims = { [`id|${AANBIEDER}|JW305|TEST1`]: 'ander-bericht' };
  const verdict = verdictOver(bericht('JW305'), { kennis: { toewijzingen: TOEWIJZINGEN, claims } });
  expect(verdict.status).toBe('afgekeurd');
  expect(verdict.claims).toEqual([]);
  expect(Object.keys(verdict.antwoorden[0]?.inhoud ?? {})).toEqual(['Header']);
});

it('nothing is delivered to a gemeentecode without a region', () => {
  const verdict = verdictOver(met(bericht('JW305'), ['Header/Ontvanger', '9999']));
  expect(verdict.status).toBe('afgekeurd');
  expect(verdict.antwoorden[0]?.leverAan).toEqual([AANBIEDER]);
});
