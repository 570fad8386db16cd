import type { TabelBeeld } from './table-data.tsx';
import { dayText, momentText, type Value } from './value.tsx';

/** What a spreadsheet would take for a formula, or for the end of a cell. */
const FORMULA = /^[=+\-@\t\r]/;
const BOM = '\uFEFF';

/** A table as a Dutch Excel reads it: UTF-8 with a mark, `;` between cells, a decimal comma, amounts in euros. */
export function csvOf({ koppen, rijen }: TabelBeeld): string {
  return csvOfRows({ koppen, rijen: rijen.map((rij) => rij.map(({ value }) => value)) });
}

/** The same of rows that no page shows. */
export function csvOfRows(van: { readonly koppen: readonly string[]; readonly rijen: readonly (readonly Value[])[] }) {
  const regels = [van.koppen.map(textCell), ...van.rijen.map((rij) => rij.map(cell))];
  return BOM + regels.map((regel) => `${regel.join(';')}\r\n`).join('');
}

function cell(value: Value): string {
  if (value === null) return '';
  if (typeof value === 'number') return decimal(value);
  if (typeof value === 'string') return textCell(value);
  if ('euro' in value) return value.euro === null ? '' : euroText(value.euro);
  if ('percent' in value) return value.percent === null ? '' : decimal(value.percent);
  if ('day' in value) return value.day === null ? '' : dayText(value.day);
  return value.moment === null ? '' : momentText(value.moment);
}

/** `3900,00`; a number may be below zero, for it is no text. */
export function euroText(centen: number): string {
  const heel = Math.abs(centen).toString().padStart(3, '0');
  return `${centen < 0 ? '-' : ''}${heel.slice(0, -2)},${heel.slice(-2)}`;
}

function decimal(getal: number): string {
  return String(getal).replace('.', ',');
}

function textCell(tekst: string): string {
  const veilig = FORMULA.test(tekst) ? `'${tekst}` : tekst;
  return /[";\r\n]/.test(veilig) ? `"${veilig.replaceAll('"', '""')}"` : veilig;
}
