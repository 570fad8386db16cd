import { inAmsterdam, plusDagen } from '../standard/datum.ts';
import { plusWerkdagen } from '../standard/werkdagen.ts';

/** What somebody must do within a term (docs/decisions/terms.md). */
export type TermijnSoort =
  /** A retourbericht of a system of its own. */
  | 'retour'
  /** JW325, JW304. */
  | 'declaratie-antwoord'
  | 'factuur-antwoord'
  /** JW301 or JW319 on a JW315, on a JW317, and the final one after "in onderzoek". */
  | 'verzoek-om-toewijzing'
  | 'verzoek-om-wijziging'
  | 'onderzoek'
  /** JW319 with reason 8. */
  | 'woonplaatsbeginsel'
  /** JW305, JW307. */
  | 'start'
  | 'stop';

/** The days of a term: `begin` itself does not count, `uiterlijk` does. */
export interface TermijnDagen {
  readonly begin: string;
  /** From this day on who must act is warned. */
  readonly waarschuw: string;
  readonly uiterlijk: string;
}

interface Duur {
  readonly werkdagen?: number;
  readonly weken?: number;
  /** How many werkdagen before the last one the warning is. */
  readonly vooraf: number;
}

const DUUR: Readonly<Record<TermijnSoort, Duur>> = {
  retour: { werkdagen: 3, vooraf: 1 },
  'declaratie-antwoord': { werkdagen: 10, vooraf: 2 },
  'factuur-antwoord': { werkdagen: 20, vooraf: 2 },
  'verzoek-om-toewijzing': { werkdagen: 5, vooraf: 1 },
  'verzoek-om-wijziging': { werkdagen: 5, vooraf: 1 },
  onderzoek: { weken: 8, vooraf: 5 },
  woonplaatsbeginsel: { weken: 2, vooraf: 2 },
  start: { werkdagen: 5, vooraf: 1 },
  stop: { werkdagen: 5, vooraf: 1 },
};

/** A term of this kind that runs from a day. */
export function termijnDagen(soort: TermijnSoort, begin: string): TermijnDagen {
  const { werkdagen, weken = 0, vooraf } = DUUR[soort];
  const uiterlijk = werkdagen === undefined ? plusDagen(begin, 7 * weken) : plusWerkdagen(begin, werkdagen);
  return { begin, waarschuw: plusWerkdagen(uiterlijk, -vooraf), uiterlijk };
}

/** How long a term of this kind is: so many werkdagen, or weeks. */
export function termijnDuur(soort: TermijnSoort): Pick<Duur, 'werkdagen' | 'weken'> {
  return DUUR[soort];
}

/** Terms count from receipt: the day on which it was in Amsterdam. */
export function ontvangstdag(ontvangenOp: Date): string {
  return inAmsterdam(ontvangenOp).datum;
}

/** Who must act, on what, by when. */
export interface Termijn extends TermijnDagen {
  /** What is waited for, once per lane: `besluit|R1`, `start|0362|1001`. */
  readonly sleutel: string;
  readonly soort: TermijnSoort;
  /** The party that must act. */
  readonly partij: string;
  readonly gemeente: string;
  readonly aanbieder: string;
  readonly referentie: string | null;
  readonly toewijzingNummer: number | null;
  /** The message that it comes from. */
  readonly berichtId: string;
}

export const termijnSleutel = {
  /** One at a time: first the five werkdagen, then the eight weeks. */
  besluit: (referentie: string) => `besluit|${referentie}`,
  woonplaats: (referentie: string) => `woonplaats|${referentie}`,
  antwoord: (berichtId: string) => `antwoord|${berichtId}`,
  start: (gemeente: string, nummer: number) => `start|${gemeente}|${nummer}`,
  stop: (gemeente: string, nummer: number) => `stop|${gemeente}|${nummer}`,
} as const;
