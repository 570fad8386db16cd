import type { ReadSheets } from './read.ts';
import { readCsv } from './read-csv.ts';
import { readXlsx } from './read-xlsx.ts';

/** The rows of a spreadsheet, by what its bytes are: an XLSX is a zip, the rest is text. */
export async function readSheets(naam: string, bytes: Uint8Array): Promise<ReadSheets> {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  return isZip ? readXlsx(bytes) : readCsv(naam, bytes);
}

/** Whether a file is meant to be a spreadsheet. */
export function isSheetName(naam: string): boolean {
  return /\.(?:csv|xlsx)$/i.test(naam);
}
