import { XLSX_TYPE, xlsxOf } from '../../sheets/write-xlsx.ts';
import type { FileOut } from '../page.ts';
import { csvOf } from './csv.ts';
import type { TabelBeeld } from './table-data.tsx';

export const CSV_TYPE = 'text/csv; charset=utf-8';

/** A table as a file. */
export async function fileOf(table: TabelBeeld, form: 'csv' | 'xlsx'): Promise<FileOut> {
  const { naam } = table;
  if (form === 'csv')
    return { kind: 'file', name: `${naam}.csv`, type: CSV_TYPE, bytes: new TextEncoder().encode(csvOf(table)) };
  return { kind: 'file', name: `${naam}.xlsx`, type: XLSX_TYPE, bytes: await xlsxOf([outSheet(table)]) };
}

function outSheet({ titel, koppen, rijen }: TabelBeeld) {
  return { naam: titel, koppen, rijen: rijen.map((rij) => rij.map(({ value }) => value)) };
}
