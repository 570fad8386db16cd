import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { extentOf, MOST_CELLS } from '../../src/sheets/extent.ts';
import { readSheets } from '../../src/sheets/read-sheets.ts';
import { xlsxOf } from '../../src/sheets/write-xlsx.ts';
import { sheetBook } from './sheet-book.ts';

describe('a workbook', () => {
  it('keeps text as text, and gives numbers, amounts and days to count with', async () => {
    const rij = ['0362', '=1+1', 7, { euro: 390_000 }, { day: '2026-02-03' }, { moment: '2026-01-02T12:00:00Z' }];
    const bytes = await xlsxOf([
      {
        naam: 'Wat / is?',
        koppen: ['a', 'b', 'c', 'd', 'e', 'f'],
        rijen: [[...rij], ['\u0000x', null, -1, { euro: null }]],
      },
    ]);
    const gelezen = await readSheets('x.xlsx', bytes);
    if (gelezen.kind === 'fout') throw new Error(gelezen.melding);
    const dag = (iso: string) => new Date(iso);
    expect(gelezen.sheets[0]?.naam).toBe('Wat   is');
    expect(gelezen.sheets[0]?.rijen.slice(1)).toEqual([
      ['0362', '=1+1', 7, 3900, dag('2026-02-03T00:00:00Z'), dag('2026-01-02T13:00:00Z')],
      ['x', null, -1, null, null, null],
    ]);
  });

  it('is refused when it is none, and before it unpacks to more than fits', async () => {
    const melding = async (bytes: Uint8Array) => {
      const gelezen = await readSheets('x.xlsx', bytes);
      return gelezen.kind === 'fout' ? gelezen.melding : 'gelezen';
    };
    expect(await melding(new TextEncoder().encode('PK maar geen zip'))).toContain('geen leesbaar XLSX');
    const bytes = await xlsxOf([{ naam: 'x', koppen: ['a'], rijen: [] }]);
    expect(await melding(bytes.subarray(0, bytes.length - 30))).toContain('geen leesbaar XLSX');
    expect(await melding(zipOf('a.xml', Buffer.alloc(70 * 1024 * 1024)))).toContain('te groot');
  });
});

describe('a sheet of which few cells lie far apart', () => {
  const first = '<row r="1"><c r="A1"><v>1</v></c></row>';

  it('is refused before a reader makes all that lie between them', async () => {
    const read = async (rows: string) => {
      const gelezen = await readSheets('x.xlsx', sheetBook(rows));
      return gelezen.kind === 'fout' ? gelezen.melding : gelezen.sheets[0]?.rijen;
    };
    expect(await read(`${first}<row r="3"><c r="B3"><v>2</v></c></row>`)).toEqual([
      [1, null],
      [null, null],
      [null, 2],
    ]);
    for (const place of ['"XFD1000"', "'XFD1000'", '"&#88;FD1"', '"AAAAAAAAAAAA1"', '"1e6"', '" A1000000 "']) {
      const far = `${first}<row r="1000"><c title=">" r = ${place}><v>2</v></c></row>`;
      expect(await read(far), place).toContain('beslaat te veel cellen');
    }
  });

  it('is read where it is as large as the bound says, as a spreadsheet writes it', () => {
    const sheet = (rows: number) =>
      Array.from({ length: rows }, (_, i) => `<row r="${i + 1}"><c r="A${i + 1}"/><c r="AD${i + 1}"/></row>`).join('');
    expect(extentOf(sheet(1_000))).toBe(30_000);
    expect(extentOf(sheet(100_000))).toBe(MOST_CELLS);
    expect(extentOf(sheet(100_001))).toBeGreaterThan(MOST_CELLS);
  });

  it('is counted without names of places too, and never too low', () => {
    const cell = '<c><v>1</v></c>';
    const wide = `<row>${cell.repeat(3_000)}</row>${`<row>${cell}</row>`.repeat(1_500)}`;
    expect(extentOf(wide)).toBeGreaterThan(MOST_CELLS);
    expect(extentOf('<x:row r="7"><x:c r="AB7"/></x:row>')).toBeGreaterThanOrEqual(7 * 28);
    expect(extentOf('<calcChain><c r="A1"/><c r="A2"/></calcChain><x xmlns:r="http://x" a:r="x"/>')).toBe(0);
    expect(extentOf('<worksheet><cols><col min="1" max="16384"/></cols></worksheet>')).toBe(0);
  });
});

describe('a CSV', () => {
  it('is refused when nothing but ends of cells stands in it', async () => {
    for (const teken of ['\n', ';', '\r']) {
      const gelezen = await readSheets('c.csv', Buffer.from(`a;b\n${teken.repeat(MOST_CELLS)}`));
      expect(gelezen.kind === 'fout' && gelezen.melding, JSON.stringify(teken)).toContain('te veel rijen of kolommen');
    }
  });

  it.each([
    ['a;b\r\n"x;y";0362\r\n', 'with semicolons'],
    ['a,b\n"x;y",0362\n', 'with commas'],
    ['\uFEFFa\tb\n"x;y"\t0362', 'with tabs and a mark'],
  ])('%j is read %s', async (tekst) => {
    const gelezen = await readSheets('c.csv', new TextEncoder().encode(tekst));
    expect(gelezen).toEqual({
      kind: 'ok',
      sheets: [
        {
          naam: 'c.csv',
          rijen: [
            ['a', 'b'],
            ['x;y', '0362'],
          ],
        },
      ],
    });
  });

  it('may be in the alphabet of an old Excel, and says where a quote goes wrong', async () => {
    const oud = await readSheets('c.csv', Uint8Array.from([0x4e, 0xe9, 0x3b, 0x80]));
    expect(oud.kind === 'ok' && oud.sheets[0]?.rijen).toEqual([['Né', '€']]);
    const stuk = await readSheets('c.csv', new TextEncoder().encode('a;b\n"x;y\n'));
    expect(stuk.kind === 'fout' && stuk.melding).toMatch(/aanhalingsteken/);
  });
});

/** A zip of one file, as small as it can be written. */
function zipOf(naam: string, inhoud: Buffer): Buffer {
  const packed = deflateRawSync(inhoud);
  const name = Buffer.from(naam);
  const common = Buffer.alloc(26);
  common.writeUInt16LE(20, 0);
  common.writeUInt16LE(8, 4);
  common.writeUInt32LE(packed.length, 14);
  common.writeUInt32LE(inhoud.length, 18);
  common.writeUInt16LE(name.length, 22);
  const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), common, name, packed]);
  const central = Buffer.concat([Buffer.from('PK\u0001\u0002'), Buffer.from([20, 0]), common, Buffer.alloc(14), name]);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 'latin1');
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, central, end]);
}
