import readXlsxFile from 'read-excel-file/universal';
import { fromBufferPromise } from 'yauzl';
import type { CellValue } from '../agreements/sheet/sheet.ts';
import { extentOf, MOST_CELLS } from './extent.ts';
import type { ReadSheets } from './read.ts';

/** Of all that is in it, unpacked: a sheet of 100,000 rows is some 20 MB. */
const UNPACKED_BYTES = 64 * 1024 * 1024;
const ENTRIES = 1000;

const BROKEN =
  'Dit bestand is geen leesbaar XLSX-bestand. Sla het in het rekenblad opnieuw op als .xlsx, zonder wachtwoord.';
const TOO_WIDE =
  'Een blad van dit XLSX-bestand beslaat te veel cellen. Verwijder lege rijen en kolommen voorbij de laatste regel, en bewaar het opnieuw.';
const TOO_LARGE = 'Dit XLSX-bestand is uitgepakt te groot. Laat bladen en rijen weg die geen contract of product zijn.';

/** All sheets of a workbook. What it unpacks to, and how many cells that is, is counted before anything reads it. */
export async function readXlsx(bytes: Uint8Array): Promise<ReadSheets> {
  const melding = await refusalOf(Buffer.from(bytes));
  if (melding !== null) return { kind: 'fout', melding };
  try {
    const gelezen = await readXlsxFile(new Blob([new Uint8Array(bytes)]));
    return {
      kind: 'ok',
      sheets: gelezen.map(({ sheet, data }) => ({ naam: sheet, rijen: data.map((rij) => rij.map(asCell)) })),
    };
  } catch {
    return { kind: 'fout', melding: BROKEN };
  }
}

function asCell(cel: unknown): CellValue {
  if (typeof cel === 'string' || typeof cel === 'number' || typeof cel === 'boolean' || cel instanceof Date) return cel;
  return null;
}

async function refusalOf(bytes: Buffer): Promise<string | null> {
  try {
    const zip = await fromBufferPromise(bytes, { lazyEntries: true });
    let room = UNPACKED_BYTES;
    let entries = 0;
    for await (const entry of zip.eachEntry()) {
      if (++entries > ENTRIES) return TOO_LARGE;
      // Sizes that lie end the stream with an error.
      const parts: Buffer[] = [];
      for await (const part of (await zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>) {
        room -= part.length;
        if (room < 0) return TOO_LARGE;
        parts.push(part);
      }
      if (extentOf(Buffer.concat(parts).toString('latin1')) > MOST_CELLS) return TOO_WIDE;
    }
    return null;
  } catch {
    return BROKEN;
  }
}
