import type { AfsprakenDocument } from '../../../agreements/document.ts';
import type { Sheet, SheetFault } from '../../../agreements/sheet/sheet.ts';
import { takeSheets } from '../../../agreements/sheet/take-sheets.ts';
import { isSheetName, readSheets } from '../../../sheets/read-sheets.ts';
import type { Form, FormFile } from '../../page.ts';

/** What somebody chose: a whole document as it was written, or one with a spreadsheet taken into it. */
export type Gekozen =
  | { readonly kind: 'document'; readonly document: unknown; readonly tekst: string }
  | { readonly kind: 'fout'; readonly melding: string }
  | { readonly kind: 'bladen-fout'; readonly fouten: readonly SheetFault[] };

export async function gekozenIn(form: Form, inForce: AfsprakenDocument): Promise<Gekozen> {
  const files = form.files('document');
  const bladen = files.filter(({ name }) => isSheetName(name));
  const [eerste] = files;
  if (eerste === undefined) return documentIn(form.text('tekst'));
  if (bladen.length === 0 && files.length === 1) return documentIn(new TextDecoder().decode(eerste.bytes));
  if (bladen.length < files.length)
    return { kind: 'fout', melding: 'Kies één document (JSON), of alleen rekenbladen (XLSX of CSV).' };
  return spreadsheets(bladen, form.text('label'), inForce);
}

function documentIn(tekst: string): Gekozen {
  if (tekst === '') return { kind: 'fout', melding: 'Kies een document of een rekenblad.' };
  try {
    return { kind: 'document', document: JSON.parse(tekst), tekst };
  } catch {
    return { kind: 'fout', melding: 'Dit bestand is geen geldige JSON.' };
  }
}

async function spreadsheets(files: readonly FormFile[], label: string, inForce: AfsprakenDocument): Promise<Gekozen> {
  const sheets: Sheet[] = [];
  for (const { name, bytes } of files) {
    const gelezen = await readSheets(name, bytes);
    if (gelezen.kind === 'fout') return gelezen;
    sheets.push(...gelezen.sheets);
  }
  const taken = takeSheets(sheets, inForce, label === '' ? inForce.versie : label);
  if (taken.kind === 'invalid') return { kind: 'bladen-fout', fouten: taken.fouten };
  return { kind: 'document', document: taken.document, tekst: JSON.stringify(taken.document) };
}
