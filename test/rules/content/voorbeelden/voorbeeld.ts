import type { Bericht } from '../../../../src/xml/tree.ts';

/** A message that breaks a rule of level 2. */
export interface Fout {
  readonly regel: string;
  readonly bericht: Bericht;
  /** Rules that cannot but fire with it. */
  readonly ook: readonly string[];
}

/** A message that comes near to breaking the rule and does not. */
export interface Goed {
  readonly regel: string;
  readonly waarom: string;
  readonly bericht: Bericht;
}

export function fout(regel: string, bericht: Bericht, ...ook: string[]): Fout {
  return { regel, bericht, ook };
}

export function goed(regel: string, waarom: string, bericht: Bericht): Goed {
  return { regel, waarom, bericht };
}
