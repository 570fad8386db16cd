import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { INGESTELD } from '../../src/standard/codelists/gemeenten-historie.ts';
import { plusDagen } from '../../src/standard/datum.ts';
import { alleGemeenten, gemeenteBekendCbs, gemeenteGeldigCbs, gemeenteVan } from '../../src/standard/gemeentecodes.ts';
import { hasShared, SHARED } from '../shared.ts';

test.each([
  ['2015-01-01', 393],
  ['2016-01-01', 390],
  ['2017-01-01', 388],
  ['2018-01-01', 380],
  ['2019-01-01', 355],
  ['2020-01-01', 355],
  ['2021-01-01', 352],
  ['2022-01-01', 345],
  ['2022-03-24', 344],
  ['2023-01-01', 342],
  ['2026-01-01', 342],
])('on %s the Netherlands had %i gemeenten', (datum, aantal) => {
  expect(alleGemeenten().filter(({ code }) => gemeenteGeldigCbs(code, datum))).toHaveLength(aantal);
});

test.each([
  ['0370', 'Beemster', '2021-12-31'],
  ['0457', 'Weesp', '2022-03-23'],
  ['0478', 'Zeevang', '2015-12-31'],
])('%s (%s) was in use until %s and stays known', (code, naam, laatste) => {
  expect(gemeenteVan(code)).toEqual({ code, naam, van: '2015-01-01', tot: laatste });
  expect(gemeenteGeldigCbs(code, laatste)).toBe(true);
  expect(gemeenteGeldigCbs(code, plusDagen(laatste, 1))).toBe(false);
  expect(gemeenteBekendCbs(code)).toBe(true);
});

test('a younger gemeente is valid from its first day', () => {
  expect(gemeenteGeldigCbs('1980', '2021-12-31')).toBe(false);
  expect(gemeenteGeldigCbs('1980', '2022-01-01')).toBe(true);
});

test.each(['9999', '0000', '362', '', '0362 '])('%j is no gemeentecode', (code) => {
  expect(gemeenteBekendCbs(code)).toBe(false);
  expect(gemeenteGeldigCbs(code, '2024-01-01')).toBe(false);
});

test('every code stands once, and the young ones are on the list of 2026', () => {
  expect(new Set(alleGemeenten().map(({ code }) => code)).size).toBe(alleGemeenten().length);
  expect(Object.keys(INGESTELD).filter((code) => gemeenteVan(code)?.tot !== null)).toEqual([]);
  expect(alleGemeenten().filter(({ code }) => !/^[0-9]{4}$/.test(code))).toEqual([]);
});

test.skipIf(!hasShared)('the list of 2026 is the published one (needs ../shared)', () => {
  const lijsten = JSON.parse(readFileSync(join(SHARED, 'ijw-3.2', 'codelists.json'), 'utf8')) as {
    CBS_Gemeentecodes: { codes: { code: string; label: string }[] };
  };
  const gepubliceerd = new Map(lijsten.CBS_Gemeentecodes.codes.map(({ code, label }) => [code, label]));
  const onze = new Map(alleGemeenten().flatMap(({ code, naam, tot }) => (tot === null ? [[code, naam]] : [])));
  expect(onze).toEqual(gepubliceerd);
});
