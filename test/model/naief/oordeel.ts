import type { Antwoord, HeenBericht, Uitkomst } from '../bericht.ts';
import { isEigen } from '../wereld.ts';

/** A class of a message with the codes that it got, and the classes below it. */
export interface Klasse {
  readonly naam: string;
  readonly codes: readonly string[];
  readonly kinderen?: readonly Klasse[];
}

export const RETOUR: Readonly<Record<string, string>> = {
  JW301: 'JW302',
  JW305: 'JW306',
  JW307: 'JW308',
  JW315: 'JW316',
  JW317: 'JW318',
  JW319: 'JW320',
  JW303: 'JW304',
  JW323: 'JW325',
};

export const VAN_GEMEENTE: readonly string[] = ['JW301', 'JW319'];

/** From the outside in; each class with its own codes, or 0200. */
const echo = ({ naam, codes, kinderen = [] }: Klasse): string[] => [
  `${naam} ${(codes.length > 0 ? codes : ['0200']).join(' ')}`,
  ...kinderen.flatMap(echo),
];

export const isFout = ({ codes, kinderen = [] }: Klasse): boolean => codes.length > 0 || kinderen.some(isFout);

/** Header alone, or 0200 with the whole message echoed (docs/decisions/return-messages.md). */
export function retour(
  { type, gemeente, aanbieder }: HeenBericht,
  kop: readonly string[],
  klasse: Klasse | null,
): Uitkomst {
  const naam = RETOUR[type] ?? '';
  const antwoord = (codes: string[]): Antwoord => ({ type: naam, codes, inhoud: [] });
  if (kop.length > 0) return { status: 'afgekeurd', antwoorden: [antwoord([`Header ${kop.join(' ')}`])] };
  if (klasse !== null && isFout(klasse)) {
    return { status: 'afgekeurd', antwoorden: [antwoord(['Header 0200', ...echo(klasse)])] };
  }
  // What it refuses it answers itself: the other party never gets to see it.
  const ontvanger = VAN_GEMEENTE.includes(type) ? aanbieder : gemeente;
  return { status: 'goedgekeurd', antwoorden: isEigen(ontvanger) ? [] : [antwoord([])] };
}
