import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { AfsprakenDocument } from '../../src/agreements/document.ts';
import type { CellValue, Sheet } from '../../src/agreements/sheet/sheet.ts';
import { type OutCell, type OutSheet, sheetsOf } from '../../src/agreements/sheet/sheets-of.ts';
import { takeSheets } from '../../src/agreements/sheet/take-sheets.ts';
import { verschil } from '../../src/agreements/verschil.ts';

const SAMPLE = JSON.parse(
  readFileSync(resolve(import.meta.dirname, '../../samples/afspraken.json'), 'utf8'),
) as AfsprakenDocument;

/** As a spreadsheet gives it back: amounts are numbers, days are dates. */
function backIn(cel: OutCell): CellValue {
  if (cel === null || typeof cel !== 'object') return cel;
  if ('euro' in cel) return cel.euro === null ? null : cel.euro / 100;
  return cel.day === null ? null : new Date(`${cel.day}T00:00:00Z`);
}

function sheet({ naam, koppen, rijen }: OutSheet): Sheet {
  return { naam, rijen: [koppen, ...rijen.map((rij) => rij.map(backIn))] };
}

const KOPPEN = sheetsOf({ aanbieders: [], contracten: [], producten: [] }).contracten.koppen;

/** A sheet of contracts in which row 2 is the first of these. */
function contracts(...rijen: readonly Partial<Record<string, CellValue>>[]): Sheet {
  return { naam: 'Contracten', rijen: [KOPPEN, ...rijen.map((rij) => KOPPEN.map((kop) => rij[kop] ?? null))] };
}

const REGEL = {
  Contract: 'NIEUW-1',
  Regime: 'SPIC-AA-2018',
  Aanbieder: '42420001',
  Rol: 'zelfstandig',
  'Geldig van': '01-01-2016',
  'Geldig tot': '2017-12-31',
  Product: 'B01P',
  Tariefeenheid: 83,
};

describe('a spreadsheet of agreements', () => {
  it('that was taken out changes nothing when it comes back', () => {
    const { contracten, producten } = sheetsOf(SAMPLE);
    const taken = takeSheets([sheet(contracten), sheet(producten)], SAMPLE);
    if (taken.kind === 'invalid') throw new Error(JSON.stringify(taken.fouten.slice(0, 3)));
    expect(verschil(SAMPLE, taken.document)).toEqual([]);
    expect(contracten.rijen.length).toBeGreaterThan(100);
  });

  it('adds a contract and an aanbieder, and leaves what it does not name', () => {
    const rij = { ...REGEL, Aanbieder: 1234567, 'Naam aanbieder': 'Nieuw (fictief)' };
    const taken = takeSheets([contracts(rij, { ...rij, Product: 'B01I' })], SAMPLE, 'v2');
    if (taken.kind === 'invalid') throw new Error(JSON.stringify(taken.fouten));
    expect(taken.document.versie).toBe('v2');
    expect(taken.document.aanbieders.at(-1)).toEqual({ agb: '01234567', naam: 'Nieuw (fictief)', retour: 'gateway' });
    expect(taken.document.contracten.at(-1)).toEqual({
      ...{ nummer: 'NIEUW-1', regime: 'SPIC-AA-2018', aanbieder: '01234567', rol: 'zelfstandig' },
      ...{ geldigVan: '2016-01-01', geldigTot: '2017-12-31' },
      producten: ['B01P', 'B01I'].map((code) => ({ code, tarief: null, tariefEenheid: '83' })),
    });
    expect(taken.document.contracten.slice(0, -1)).toEqual(SAMPLE.contracten);
  });

  it.each([
    [{ Tarief: '1.72' }, 'Tarief', /bedrag/],
    [{ Tarief: 1.725 }, 'Tarief', /centen/],
    [{ Tarief: '0,00' }, 'Tarief', /minstens 1/],
    [{ 'Geldig van': '31-02-2016' }, 'Geldig van', /bestaande datum/],
    [{ 'Geldig van': null }, 'Geldig van', /een tekst/],
    [{ 'Geldig tot': '01-01-2013' }, null, /vóór/],
    [{ Product: 'ZZZ' }, 'Product', /ZZZ hoort niet bij regime/],
    [{ Product: new Date(0) }, 'Product', /datum/],
    [{ Regime: 'X' }, 'Regime', /Regime X bestaat niet/],
    [{ Aanbieder: '99' }, 'Aanbieder', /bestaat niet in dit document/],
    [{ Aanbieder: '123456789', 'Naam aanbieder': 'Te lang' }, 'Aanbieder', /.{10}/],
    [{ Rol: 'baas' }, 'Rol', /hoofdaannemer/],
    [{ Tariefdelen: 'wonen' }, 'Tariefdelen', /tariefdeel/],
    [{ Contract: null }, 'Contract', /een tekst/],
  ] as const)('names row, column and contract of %j', (anders, kolom, melding) => {
    const taken = takeSheets(
      [contracts({ ...REGEL, Product: 'B01I' }, { ...REGEL, Contract: 'NIEUW-2', ...TIJD, ...anders })],
      SAMPLE,
    );
    if (taken.kind === 'ok') throw new Error('taken');
    const gevonden = taken.fouten.find((fout) => melding.test(fout.melding));
    expect([taken.fouten, gevonden]).toEqual([
      taken.fouten,
      expect.objectContaining({ blad: 'Contracten', rij: 3, contract: 'Contract' in anders ? null : 'NIEUW-2' }),
    ]);
    if (kolom !== null) expect(gevonden?.kolom).toBe(kolom);
  });

  it('finds three mistakes among 186 contracts, and those alone', () => {
    const rijen = Array.from({ length: 186 }, (_, i) => ({
      ...REGEL,
      Contract: `JH-${i}`,
      Aanbieder: String(10_000_000 + i),
      'Naam aanbieder': `Aanbieder ${i} (fictief)`,
    }));
    expect(takeSheets([contracts(...rijen)], SAMPLE).kind).toBe('ok');
    const fout = rijen.map((rij, i) => {
      if (i === 10) return { ...rij, Tarief: 'veel' };
      if (i === 99) return { ...rij, Product: 'B99X' };
      return i === 180 ? { ...rij, 'Geldig tot': '01-01-2015' } : rij;
    });
    const taken = takeSheets([contracts(...fout)], SAMPLE);
    expect(taken.kind === 'invalid' && taken.fouten.map(({ rij, contract }) => [rij, contract])).toEqual([
      [12, 'JH-10'],
      [101, 'JH-99'],
      [182, 'JH-180'],
    ]);
  });

  it('says it when rows of one contract differ, when a row comes twice, and when columns are wrong or absent', () => {
    const fouten = (...sheets: Sheet[]) => {
      const taken = takeSheets(sheets, SAMPLE);
      return taken.kind === 'ok' ? [] : taken.fouten.map(({ rij, kolom, melding }) => [rij, kolom, melding]);
    };
    expect(fouten(contracts(REGEL, { ...REGEL, Product: 'B01I', Rol: 'onderaannemer' }))).toEqual([
      [3, 'Rol', "Hier staat 'onderaannemer', en in rij 2 van hetzelfde contract 'zelfstandig'. Maak ze gelijk."],
    ]);
    expect(fouten(contracts(REGEL, REGEL))).toEqual([[3, null, expect.stringContaining('meer dan eens')]]);
    expect(fouten({ naam: 'x', rijen: [['Contract', 'Regimes']] }).slice(0, 1)).toEqual([
      [1, 'Regimes', expect.stringContaining('bestaat niet')],
    ]);
    expect(fouten({ naam: 'x', rijen: [['Van alles']] })[0]?.[2]).toContain('Neem het sjabloon');
    expect(fouten(contracts())[0]?.[2]).toContain('geen enkel contract');
    expect(fouten({ naam: 'Uitleg', rijen: [['Van alles']] }, contracts(REGEL))).toEqual([]);
  });

  it('keeps what a sheet without those columns says nothing of', () => {
    const { contracten, producten } = sheetsOf(SAMPLE);
    const zonder = ({ naam, koppen, rijen }: OutSheet, weg: readonly string[]): Sheet => {
      const over = koppen.flatMap((kop, i) => (weg.includes(kop) ? [] : [i]));
      const alle: readonly (readonly CellValue[])[] = sheet({ naam, koppen, rijen }).rijen;
      return { naam, rijen: alle.map((rij) => over.map((i) => rij[i] ?? null)) };
    };
    const taken = takeSheets(
      [
        zonder(contracten, ['Naam aanbieder', 'Tariefdelen']),
        zonder(producten, ['Termijnen', 'Toestemming', 'Tariefdatum']),
      ],
      SAMPLE,
    );
    expect(taken.kind === 'ok' && verschil(SAMPLE, taken.document)).toEqual([]);
  });
});

const TIJD = { 'Geldig van': '01-01-2014', 'Geldig tot': '31-12-2014' };
