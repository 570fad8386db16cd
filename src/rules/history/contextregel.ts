import type { BerichtType, Release } from '../../standard/message-types.ts';
import type { Klasse } from '../klasse.ts';
import type { Afkeur, Omgeving, Regel } from '../regel.ts';

export interface ContextBereik {
  readonly retourcode: string;
  readonly berichten: readonly BerichtType[];
  readonly klassen: readonly string[];
  /** 3 against earlier messages (when absent), 4 against an external source. */
  readonly niveau?: 3 | 4;
  /** State needed: letters of docs/decisions/rule-catalogue.md. */
  readonly kennis: string;
  /** Only iJW 3.2 when absent: iJW 2.3 has no such retourcode. */
  readonly releases?: readonly Release[];
}

/** A rule that looks beyond the message; one entry for each klasse. */
export function contextregel(
  code: string,
  bereik: ContextBereik,
  toets: (klasse: Klasse, omgeving: Omgeving) => readonly Afkeur[],
): Regel[] {
  const { retourcode, berichten, klassen, niveau = 3, kennis, releases = ['3.2'] } = bereik;
  return klassen.map((klasse) => ({ code, releases, berichten, klasse, niveau, retourcode, kennis, toets }));
}
