import { plusDagen } from '../../../src/standard/datum.ts';
import type { Bericht, Waarde } from '../../../src/xml/tree.ts';
import { waardeVan } from '../../../src/xml/tree.ts';
import { met, zonder } from '../builders.ts';
import type { Cel } from './rijen.ts';

/** A message that breaks a rule on one element, and one as much like it that does not. */
export interface Paar {
  readonly goed: Bericht;
  readonly fout: Bericht;
  /** Rules that cannot but be broken with it. */
  readonly ook?: readonly string[];
}

/** A cell with the valid message that its pairs are made from. */
export interface Opgave extends Cel {
  readonly basis: Bericht;
}

export type Recept = (opgave: Opgave) => readonly Paar[];

/** The path without its last step. */
export function boven(pad: string): string {
  return pad.split('/').slice(0, -1).join('/');
}

/** The path down to this klasse. */
export function totKlasse(pad: string, klasse: RegExp): string {
  const stappen = pad.split('/');
  return stappen.slice(0, stappen.findIndex((stap) => klasse.test(stap)) + 1).join('/');
}

/** Its own date: Dagtekening, in a JW303 and JW304 of the factuur. */
export function dagVan({ inhoud }: Bericht): string {
  return (
    waardeVan(inhoud, 'Header/BerichtIdentificatie/Dagtekening') ??
    waardeVan(inhoud, 'Header/DeclaratieFactuurIdentificatie/FactuurDagtekening') ??
    ''
  );
}

export const dagen = (datum: string, aantal: number) => plusDagen(datum, aantal);

/** The element itself with a right value and with a wrong one. */
export function waarde(goed: Waarde, fout: Waarde, ...ook: readonly string[]): Recept {
  return ({ basis, element }) => [{ goed: met(basis, [element, goed]), fout: met(basis, [element, fout]), ook }];
}

/** The element itself there and not. */
export const weg: Recept = ({ basis, element }) => [{ goed: basis, fout: zonder(basis, element) }];

/** The element itself as it was and with a wrong value, which it may not have had before. */
export function erin(fout: Waarde, ...ook: readonly string[]): Recept {
  return ({ basis, element }) => [{ goed: basis, fout: met(basis, [element, fout]), ook }];
}
