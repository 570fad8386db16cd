import type { BerichtType, Release } from '../../standard/message-types.ts';

/** Where things stand in a JW303 and JW304 of iJW 2.3, and where the rules that both share look. */

/** In a Prestatie: what was delivered and what is asked for it; in a JW304 also what is granted. */
export const INGEDIEND = 'IngediendeBedragPrestatie';
export const TOEGEKEND = 'ToegekendeBedragPrestatie';

/** In the Header: the numbers, and the totals of a JW303. */
export const NUMMERS = 'DeclaratieFactuurIdentificatie';
export const TOTALEN = 'DeclaratieFactuurBedragen';

const OUD: readonly Release[] = ['2.3'];
const DECLARATIE: readonly BerichtType[] = ['JW303', 'JW304'];

/** A JW304 repeats the lines that it refuses, so what holds for a line holds in both. */
export const PRESTATIE_23 = { berichten: DECLARATIE, klassen: ['Prestatie'], releases: OUD };
export const HEADER_23 = { berichten: DECLARATIE, klassen: ['Header'], releases: OUD };
export const ALLEEN_303: { readonly berichten: readonly BerichtType[] } = { berichten: ['JW303'] };
export const ALLEEN_304: { readonly berichten: readonly BerichtType[] } = { berichten: ['JW304'] };
