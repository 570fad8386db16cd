import { CsvError, parse } from 'csv-parse/sync';
import { MOST_CELLS } from './extent.ts';
import type { ReadSheets } from './read.ts';

/** As a Dutch Excel writes it, with `;`; also with commas or tabs. Excel's own "CSV" is in windows-1252, its "CSV UTF-8" begins with a mark. */
export function readCsv(naam: string, bytes: Uint8Array): ReadSheets {
  const tekst = textOf(bytes);
  const [kop = ''] = tekst.split(/[\r\n]/, 1);
  const scheiding = [';', '\t', ','].find((teken) => kop.includes(teken)) ?? ';';
  if (marksIn(tekst, scheiding) > MOST_CELLS)
    return { kind: 'fout', melding: `${naam} heeft te veel rijen of kolommen. Verdeel het over meer bestanden.` };
  try {
    const rijen = parse(tekst, { delimiter: scheiding, relax_column_count: true, skip_empty_lines: false });
    return { kind: 'ok', sheets: [{ naam, rijen: rijen.map((rij) => rij.map((cel) => (cel === '' ? null : cel))) }] };
  } catch (fout) {
    if (!(fout instanceof CsvError)) throw fout;
    const regel = typeof fout.lines === 'number' ? ` Kijk bij regel ${fout.lines}.` : '';
    return {
      kind: 'fout',
      melding: `${naam} is geen CSV: een aanhalingsteken opent of sluit op de verkeerde plaats.${regel}`,
    };
  }
}

/** Ends of lines and of cells, in quotes too: no more cells can come of it. */
function marksIn(tekst: string, scheiding: string): number {
  let aantal = 0;
  for (const teken of ['\n', '\r', scheiding]) {
    for (let op = tekst.indexOf(teken); op >= 0; op = tekst.indexOf(teken, op + 1)) aantal++;
  }
  return aantal;
}

function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return [...Buffer.from(bytes).toString('latin1')].map(asWindows).join('');
  }
}

/** What windows-1252 has in 0x80 to 0x9F, where Latin-1 has nothing: decoders of some releases of Node leave these as they are. */
const WINDOWS = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

function asWindows(teken: string): string {
  const code = teken.charCodeAt(0);
  return code >= 0x80 && code <= 0x9f ? (WINDOWS[code - 0x80] ?? ' ') : teken;
}
