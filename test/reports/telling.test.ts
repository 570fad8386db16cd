import { describe, expect, it } from 'vitest';
import { kaartVan } from '../../src/reports/kaart.ts';
import { afgeschermd, kolommenVan, type Telling } from '../../src/reports/telling.ts';
import { voorbeeldDocument } from '../agreements/voorbeeld.ts';

const telling = (clienten: number): Telling => ({
  ...{
    gemeente: '0362',
    maand: '2026-01',
    clienten,
    toegewezen: 4,
    gestart: 4,
    instroom: 3,
    doorstroom: 1,
    gestopt: 0,
  },
  ...{ uitstroom: 0, duurDagen: null, gedeclareerd: 100, toegekend: 90, afgewezen: 10, afgewezenRegels: 1 },
  ...{ afgewezenVerzoeken: 0, redenen: { '9322': 1 }, zwaarte: 12, delen: { verblijf: 60, behandeling: 30 } },
});

describe('small counts', () => {
  it('one to four clients are shielded for others, and whole for the gemeente itself', () => {
    expect([0, 1, 4, 5].map((n) => afgeschermd(telling(n), false).afgeschermd)).toEqual([false, true, true, false]);
    expect(afgeschermd(telling(1), true)).toEqual({ ...telling(1), afgeschermd: false });
  });

  it('a shielded row says what it is about and not one number', () => {
    const { gemeente, maand, afgeschermd: is, ...getallen } = afgeschermd(telling(2), false);
    expect([gemeente, maand, is]).toEqual(['0362', '2026-01', true]);
    expect(new Set(Object.values(getallen))).toEqual(new Set([null]));
  });
});

it('columns: what it is taken by in a fixed order, then the numbers', () => {
  expect(kolommenVan(['maand', 'regio'], true).slice(0, 4)).toEqual(['regio', 'maand', 'clienten', 'toegewezen']);
  expect(kolommenVan(['maand'], true).slice(-4)).toEqual(['redenen', 'afgeschermd', 'zwaarte', 'delen']);
});

it('the map: each product of a regime in each of its gemeenten, the region of the latest entry', () => {
  const kaart = kaartVan(voorbeeldDocument());
  expect(kaart.gebieden).toContainEqual({ gemeente: '0370', regio: 'ZAWA' });
  expect(kaart.producten.map((p) => [p.gemeente, p.van, p.code, p.zorgcategorie])).toEqual([
    ['0362', '2022-01-01', '45A01', 'ambulant'],
    ['0439', '2022-01-01', '45A01', 'ambulant'],
  ]);
  expect(kaart.delen).toEqual([]);
});

it('the map: tariffs that are told in parts, with the periods of regime and contract', () => {
  const document = voorbeeldDocument();
  const [product] = document.producten;
  const [contract] = document.contracten;
  Object.assign(product ?? {}, { zorgcategorie: 'verblijf', signaalbudget: null, tariefDatum: 'toewijzing' });
  Object.assign(contract?.producten[0] ?? {}, { tariefDelen: [{ naam: 'verblijf', bedrag: 150 }] });
  const elk = {
    aanbieder: '42420001',
    categorie: '45',
    code: '45A01',
    stelsel: '[["verblijf",150]]',
    toewijzing: true,
  };
  const perioden = { van: '2022-01-01', tot: null, begin: '2022-01-01', einde: '2024-12-31' };
  expect(kaartVan(document).delen).toEqual([
    { ...elk, ...perioden, gemeente: '0362' },
    { ...elk, ...perioden, gemeente: '0439' },
  ]);
});
