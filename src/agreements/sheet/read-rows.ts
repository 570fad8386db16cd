import { CONTRACT_COLUMNS, CONTRACTEN, PRODUCT_COLUMNS, PRODUCTEN, type SheetColumn, UITLEG } from './columns.ts';
import type { CellValue, Sheet, SheetFault } from './sheet.ts';

/** A row that could be read: its number in the sheet, and by field what it says; absent where the sheet has no such column. */
export interface ReadRow {
  readonly blad: string;
  readonly rij: number;
  readonly velden: Readonly<Record<string, unknown>>;
}

export interface ReadRows {
  readonly contracten: readonly ReadRow[];
  readonly producten: readonly ReadRow[];
  /** What the rows name that could not be read: what refers to it is no mistake of its own. */
  readonly ziek: readonly Readonly<Record<string, unknown>>[];
  readonly fouten: readonly SheetFault[];
}

/** Every row of every sheet; a row with a mistake is left out, and the mistake told. */
export function readRows(sheets: readonly Sheet[]): ReadRows {
  const fouten: SheetFault[] = [];
  const ziek: Record<string, unknown>[] = [];
  const rijen: Record<'contracten' | 'producten', ReadRow[]> = { contracten: [], producten: [] };
  for (const sheet of sheets.filter(({ naam, rijen: r }) => naam !== UITLEG && r.some(isFilled))) {
    const soort = kindOf(sheet);
    if (soort === null) {
      fouten.push(onSheet(sheet.naam, ONBEKEND_BLAD));
      continue;
    }
    const [koppen = []] = sheet.rijen;
    const kolommen = columnsOf(
      sheet.naam,
      koppen.map(nameOf),
      soort === 'contracten' ? CONTRACT_COLUMNS : PRODUCT_COLUMNS,
    );
    fouten.push(...kolommen.fouten);
    if (kolommen.fouten.length > 0) continue;
    sheet.rijen.slice(1).forEach((cellen, nr) => {
      if (!isFilled(cellen)) return;
      const gelezen = readRow(sheet.naam, nr + 2, cellen, kolommen.van);
      fouten.push(...gelezen.fouten);
      if (gelezen.fouten.length > 0) ziek.push(gelezen.velden);
      else rijen[soort].push({ blad: sheet.naam, rij: nr + 2, velden: gelezen.velden });
    });
  }
  return { ...rijen, ziek, fouten };
}

const ONBEKEND_BLAD = `Dit blad heeft niet de kolommen van ${CONTRACTEN} of van ${PRODUCTEN}. Neem het sjabloon, of haal het blad weg.`;

function isFilled(cellen: readonly CellValue[]): boolean {
  return cellen.some((cel) => cel !== null && String(cel).trim() !== '');
}

const nameOf = (cel: CellValue): string => String(cel ?? '').trim();
const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** By the columns that only one of them has. */
function kindOf({ rijen: [koppen = []] }: Sheet): 'contracten' | 'producten' | null {
  const heeft = (kop: string) => koppen.some((cel) => same(nameOf(cel), kop));
  if (heeft('Contract')) return 'contracten';
  return heeft('Categorie') ? 'producten' : null;
}

function columnsOf(blad: string, koppen: readonly string[], kent: readonly SheetColumn[]) {
  const van = koppen.map((kop) => kent.find((kolom) => same(kolom.kop, kop)));
  const namen = kent.map(({ kop }) => kop).join(', ');
  const vreemd = koppen.filter((kop, i) => kop !== '' && van[i] === undefined);
  const dubbel = kent.filter((kolom) => van.filter((een) => een === kolom).length > 1);
  const weg = kent.filter((kolom) => kolom.magWeg !== true && !van.includes(kolom));
  const fouten: SheetFault[] = [
    ...vreemd.map((kop) => inHead(blad, kop, `De kolom '${kop.slice(0, 60)}' bestaat niet. Dit blad kent: ${namen}.`)),
    ...dubbel.map(({ kop }) => inHead(blad, kop, `De kolom ${kop} staat er meer dan eens. Laat er een staan.`)),
    ...weg.map(({ kop }) => inHead(blad, kop, `De kolom ${kop} ontbreekt. Voeg de kolom toe.`)),
  ];
  return { van, fouten };
}

function readRow(blad: string, rij: number, cellen: readonly CellValue[], van: readonly (SheetColumn | undefined)[]) {
  const velden: Record<string, unknown> = {};
  const fouten: Omit<SheetFault, 'contract'>[] = [];
  van.forEach((kolom, i) => {
    const cel = cellen[i] ?? null;
    if (kolom === undefined) {
      if (isFilled([cel]))
        fouten.push({
          blad,
          rij,
          kolom: null,
          melding: `In kolom ${i + 1}, die geen naam heeft, staat iets. Maak de cel leeg.`,
        });
      return;
    }
    const gelezen = kolom.lees(cel);
    if (gelezen.kind === 'ok') velden[kolom.veld] = gelezen.waarde;
    else fouten.push({ blad, rij, kolom: kolom.kop, melding: gelezen.melding });
  });
  const contract = typeof velden.nummer === 'string' ? velden.nummer : null;
  return { velden, fouten: fouten.map((fout): SheetFault => ({ ...fout, contract })) };
}

function inHead(blad: string, kolom: string, melding: string): SheetFault {
  return { blad, rij: 1, kolom: kolom.slice(0, 60), contract: null, melding };
}

export function onSheet(blad: string, melding: string): SheetFault {
  return { blad, rij: null, kolom: null, contract: null, melding };
}
