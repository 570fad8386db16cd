import writeXlsxFile, { type Cell, type Row } from 'write-excel-file/node';
import { inAmsterdam } from '../standard/datum.ts';

export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A cell by what it means: amounts are eurocents, days `YYYY-MM-DD`, moments ISO 8601, and 100 percent is whole. */
export type WrittenCell =
  | string
  | number
  | null
  | { readonly euro: number | null }
  | { readonly day: string | null }
  | { readonly moment: string | null }
  | { readonly percent: number | null };

export interface WrittenSheet {
  readonly naam: string;
  readonly koppen: readonly string[];
  readonly rijen: readonly (readonly WrittenCell[])[];
}

/** What a spreadsheet keeps of a text. */
const LONGEST = 32_767;
/** Days before it are none to a spreadsheet. */
const FIRST_DAY = '1900-03-01';

/**
 * A workbook: text is text, also when it looks like a number or a formula; amounts, numbers and days can be counted with.
 * The first row stays in sight.
 */
export async function xlsxOf(sheets: readonly WrittenSheet[]): Promise<Uint8Array> {
  const bladen = sheets.map(({ naam, koppen, rijen }) => ({
    sheet: sheetName(naam),
    data: [koppen.map(head), ...rijen.map((rij) => rij.map(cellOf))] as Row[],
    columns: koppen.map((kop, i) => ({ width: widthOf(kop, rijen, i) })),
    stickyRowsCount: 1,
  }));
  return writeXlsxFile(bladen).toBuffer();
}

/** Excel takes no longer name, and not these signs. */
function sheetName(naam: string): string {
  return (
    naam
      .replaceAll(/[[\]:*?/\\']/g, ' ')
      .slice(0, 31)
      .trim() || 'Blad'
  );
}

function head(kop: string): Cell {
  return { value: kop, type: String, fontWeight: 'bold' };
}

function cellOf(cel: WrittenCell): Cell {
  if (cel === null) return null;
  if (typeof cel === 'string') return text(cel);
  if (typeof cel === 'number') return { value: cel, type: Number };
  if ('euro' in cel) return cel.euro === null ? null : { value: cel.euro / 100, type: Number, format: '"€" #,##0.00' };
  if ('percent' in cel) return cel.percent === null ? null : percent(cel.percent);
  if ('day' in cel) return cel.day === null ? null : day(cel.day);
  return cel.moment === null ? null : moment(cel.moment);
}

function text(tekst: string): Cell {
  // Signs that XML does not have.
  const schoon = tekst.replaceAll(/(?![\t\r\n])[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, ' ');
  return { value: schoon.length > LONGEST ? `${schoon.slice(0, LONGEST - 1)}…` : schoon, type: String };
}

function percent(deel: number): Cell {
  return { value: deel / 100, type: Number, format: Number.isInteger(deel) ? '0%' : '0.0%' };
}

function day(datum: string): Cell {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(datum) || datum < FIRST_DAY) return text(datum);
  return { value: new Date(`${datum}T00:00:00Z`), type: Date, format: 'dd-mm-yyyy' };
}

/** A spreadsheet knows no zones: the time of the Netherlands, as the pages show it. */
function moment(iso: string): Cell {
  const { datum, tijd } = inAmsterdam(new Date(iso));
  return { value: new Date(`${datum}T${tijd}Z`), type: Date, format: 'dd-mm-yyyy hh:mm' };
}

const WIDEST = 60;

function widthOf(kop: string, rijen: WrittenSheet['rijen'], i: number): number {
  const lengte = (cel: WrittenCell | undefined) => (typeof cel === 'string' ? cel.length : 12);
  return Math.min(WIDEST, 2 + rijen.slice(0, 200).reduce((breed, rij) => Math.max(breed, lengte(rij[i])), kop.length));
}
