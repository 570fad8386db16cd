import type { Bevinding } from '../../findings/bevinding.ts';
import { Cursor } from '../read/position-index.ts';
import type { PoortCode } from './poort-meldingen.ts';
import { POORT_MELDINGEN } from './poort-meldingen.ts';

/** A finding of level 0; `plek` is the byte at fault, null for the file as a whole. */
export function poortBevinding(
  code: PoortCode,
  waarden: Readonly<Record<string, string | number>> = {},
  plaats: { lijn: number | null; kolom: number | null } = { lijn: null, kolom: null },
): Bevinding {
  const melding = POORT_MELDINGEN[code].replace(/\{(\w+)\}/g, (_, naam: string) => String(waarden[naam] ?? ''));
  const { lijn, kolom } = plaats;
  return { niveau: 0, regel: code, retourcode: null, ernst: 'fout', pad: null, lijn, kolom, melding };
}

/** Line and column of a byte. */
export function plaatsVan(bytes: Uint8Array, plek: number): { lijn: number; kolom: number } {
  const cursor = new Cursor(bytes);
  cursor.naar(plek);
  return { lijn: cursor.lijn, kolom: cursor.kolom };
}
