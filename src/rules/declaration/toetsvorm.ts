import type { Toewijzing } from '../../dossier/toewijzing.ts';
import type { BerichtType, Release } from '../../standard/message-types.ts';
import { groepVan } from '../../xml/tree.ts';
import type { Klasse } from '../klasse.ts';
import type { Afkeur, Omgeving, Regel } from '../regel.ts';
import { ALLEEN_23, ALLEEN_32, BEIDE_RELEASES } from '../releases.ts';
import { type PrestatieRegel, prestatieVan } from './prestatie.ts';
import { toewijzingBij } from './toewijzing-bij.ts';

type Toets = Regel['toets'];

export const GOED: readonly Afkeur[] = [];

/** `hoort`: what should stand there, where that is known. */
export function fout(
  element: string,
  waarden: Readonly<Record<string, string | number>> = {},
  hoort: string | number | null = null,
): readonly Afkeur[] {
  return [hoort === null ? { element, waarden } : { element, waarden, hoort: String(hoort) }];
}

/** For debets: a gemeente may not refuse a credit on content (IV085). */
export function bijDebet(
  toets: (prestatie: PrestatieRegel, klasse: Klasse, omgeving: Omgeving) => readonly Afkeur[],
): Toets {
  return (klasse, omgeving) => {
    const prestatie = prestatieVan(klasse);
    return prestatie.debetCredit === 'C' ? GOED : toets(prestatie, klasse, omgeving);
  };
}

export function bijCredit(
  toets: (prestatie: PrestatieRegel, klasse: Klasse, omgeving: Omgeving) => readonly Afkeur[],
): Toets {
  return (klasse, omgeving) => {
    const prestatie = prestatieVan(klasse);
    return prestatie.debetCredit === 'D' ? GOED : toets(prestatie, klasse, omgeving);
  };
}

/** For debets on a toewijzing that is known: without one TR338 (TR303) says all there is to say. */
export function bijToewijzing(
  toets: (prestatie: PrestatieRegel, toewijzing: Toewijzing, klasse: Klasse, omgeving: Omgeving) => readonly Afkeur[],
): Toets {
  return bijDebet((prestatie, klasse, omgeving) => {
    const toewijzing = toewijzingBij(klasse, omgeving);
    return toewijzing === undefined ? GOED : toets(prestatie, toewijzing, klasse, omgeving);
  });
}

/** In iJW 2.3 these stand inside IngediendeBedragPrestatie, the last under another name. */
const BINNENIN: Readonly<Record<string, string>> = {
  GeleverdVolume: 'GeleverdVolume',
  Eenheid: 'Eenheid',
  ProductTarief: 'ProductTarief',
  IngediendBedrag: 'DeclaratieFactuurBedrag',
};

/** Where an element of a line, named as in a JW323, stands in this one. */
export function plek(klasse: Klasse, element: string): string {
  const [naam = '', ...rest] = element.split('/');
  const daar = BINNENIN[naam];
  if (daar === undefined || groepVan(klasse.waarden, 'IngediendeBedragPrestatie') === undefined) return element;
  return ['IngediendeBedragPrestatie', daar, ...rest].join('/');
}

interface Soort {
  readonly releases: readonly Release[];
  readonly berichten: readonly BerichtType[];
  readonly klasse: 'Prestatie';
}

/** A rule on the lines of a JW323, of a JW303, or of both where the standard gives them one code. */
export const PRESTATIE_323: Soort = { releases: ALLEEN_32, berichten: ['JW323'], klasse: 'Prestatie' };
export const PRESTATIE_303: Soort = { releases: ALLEEN_23, berichten: ['JW303'], klasse: 'Prestatie' };
export const PRESTATIE: Soort = { releases: BEIDE_RELEASES, berichten: ['JW303', 'JW323'], klasse: 'Prestatie' };
