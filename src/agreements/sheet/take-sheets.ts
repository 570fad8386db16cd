import type { AfspraakFout } from '../afspraak-fout.ts';
import type { AfsprakenDocument } from '../document.ts';
import { valideerAfspraken } from '../valideer.ts';
import { CONTRACT_COLUMNS, PRODUCT_COLUMNS, type SheetColumn } from './columns.ts';
import { type Merged, merge } from './merge.ts';
import { onSheet, type ReadRow, type ReadRows, readRows } from './read-rows.ts';
import type { Sheet, SheetFault } from './sheet.ts';

export type SheetsOutcome =
  | { readonly kind: 'ok'; readonly document: AfsprakenDocument }
  | { readonly kind: 'invalid'; readonly fouten: readonly SheetFault[] };

/**
 * The document with the contracts, tariffs and products of a spreadsheet in it: those that it has are replaced, others
 * added, and what the spreadsheet does not name stays. Or every mistake at once.
 */
export function takeSheets(
  sheets: readonly Sheet[],
  document: AfsprakenDocument,
  versie = document.versie,
): SheetsOutcome {
  const rows = readRows(sheets);
  const merged = merge(document, rows, versie);
  const judged = valideerAfspraken(merged.document);
  const fouten = [
    ...rows.fouten,
    ...disagreements(rows.contracten),
    ...(judged.kind === 'invalid' ? judged.fouten : [])
      .filter((fout) => !followsFrom(fout, rows, merged))
      .map((fout) => placeOf(fout, merged)),
  ];
  const leeg = rows.contracten.length + rows.producten.length === 0 && fouten.length === 0;
  if (leeg) fouten.push(onSheet('', 'In dit bestand staat geen enkel contract of product. Vul het sjabloon in.'));
  if (judged.kind === 'valid' && fouten.length === 0) return { kind: 'ok', document: judged.document };
  return { kind: 'invalid', fouten: once(fouten).toSorted(byRow) };
}

/** An AGB code stands in the contract and in the list of aanbieders, and is one cell. */
function once(fouten: readonly SheetFault[]): SheetFault[] {
  return [...new Map(fouten.map((fout) => [JSON.stringify(fout), fout])).values()];
}

function byRow(a: SheetFault, b: SheetFault): number {
  return a.blad.localeCompare(b.blad) || (a.rij ?? 0) - (b.rij ?? 0);
}

/** What is said of a contract must be the same in each of its rows. */
function disagreements(rows: readonly ReadRow[]): SheetFault[] {
  const fouten: SheetFault[] = [];
  const eerste = new Map<unknown, ReadRow>();
  for (const rij of rows) {
    const ander = eerste.get(rij.velden.nummer);
    if (ander === undefined) eerste.set(rij.velden.nummer, rij);
    else
      for (const { veld, kop } of CONTRACT_COLUMNS.filter(({ vanContract }) => vanContract === true)) {
        const [hier, daar] = [rij.velden[veld] ?? null, ander.velden[veld] ?? null];
        if (hier === daar) continue;
        const melding = `Hier staat ${said(hier)}, en in rij ${ander.rij} van hetzelfde contract ${said(daar)}. Maak ze gelijk.`;
        fouten.push({ blad: rij.blad, rij: rij.rij, kolom: kop, contract: String(rij.velden.nummer), melding });
      }
  }
  return fouten;
}

const said = (waarde: unknown): string => (waarde === null ? 'niets' : `'${String(waarde)}'`);

/** A reference to something in a row that could not be read is not unknown, only not read yet. */
function followsFrom({ code, pointer }: AfspraakFout, { ziek }: ReadRows, merged: Merged): boolean {
  if (ziek.length === 0 || (code !== 'onbekend-product' && code !== 'onbekende-aanbieder')) return false;
  const velden = closest(pointer, merged)?.rij.velden;
  if (velden === undefined) return false;
  return code === 'onbekend-product'
    ? ziek.some((rij) => rij.regime === velden.regime && rij.code === velden.code && rij.nummer === undefined)
    : ziek.some((rij) => rij.aanbieder === velden.aanbieder);
}

function closest(pointer: string, { places }: Merged) {
  return places
    .filter((place) => pointer === place.pointer || pointer.startsWith(`${place.pointer}/`))
    .reduce<Merged['places'][number] | undefined>(
      (best, place) => (best === undefined || place.pointer.length > best.pointer.length ? place : best),
      undefined,
    );
}

function placeOf({ pointer, melding }: AfspraakFout, merged: Merged): SheetFault {
  const place = closest(pointer, merged);
  if (place === undefined) return onSheet('', `${melding} (${pointer || '/'} in de afspraken zelf)`);
  const { blad, rij, velden } = place.rij;
  const [veld] = pointer.slice(place.pointer.length + 1).split('/');
  const contract = typeof velden.nummer === 'string' ? velden.nummer : null;
  return { blad, rij, kolom: headOf(place.pointer, veld), contract, melding };
}

function headOf(pointer: string, veld: string | undefined): string | null {
  if (pointer.startsWith('/aanbieders') && veld === 'agb') return 'Aanbieder';
  const kolommen: readonly SheetColumn[] = pointer.startsWith('/producten') ? PRODUCT_COLUMNS : CONTRACT_COLUMNS;
  return kolommen.find((kolom) => kolom.veld === veld)?.kop ?? null;
}
