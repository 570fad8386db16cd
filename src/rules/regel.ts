import type { Afspraken } from '../agreements/afspraken.ts';
import type { Ernst, Niveau } from '../findings/bevinding.ts';
import type { BerichtType, Release } from '../standard/message-types.ts';
import type { Bericht } from '../xml/tree.ts';
import type { Kennis } from './kennis-lookups.ts';
import type { Klasse } from './klasse.ts';

/**
 * One rule of the catalogue. A rule is one small entry: the data that the standard gives, and a check that looks at one
 * berichtklasse and says what is wrong with it.
 */
export interface Regel {
  /** TR358, CD041, CS002, IV090 … or GW-… for our own signals. */
  readonly code: string;
  readonly releases: readonly Release[];
  readonly berichten: readonly BerichtType[];
  /** The berichtklasse that the check looks at, and that carries the retourcode unless an Afkeur names another one. */
  readonly klasse: string;
  readonly niveau: Exclude<Niveau, 0 | 1>;
  readonly retourcode: string | null;
  readonly ernst?: Ernst;
  /** State needed: the letters of docs/decisions/rule-catalogue.md ('' for the message alone, 'TD', 'K' …). */
  readonly kennis: string;
  /** First and last day (`YYYY-MM-DD`, of receipt of the message in Amsterdam) on which it judges; absent is open. */
  readonly vanaf?: string;
  readonly tot?: string;
  /** What is wrong and what to do, in Dutch, with placeholders (`texts/vul.ts`); stands in the texts.ts of its family. */
  readonly tekst: string;
  readonly toets: (klasse: Klasse, omgeving: Omgeving) => readonly Afkeur[];
}

export interface Afkeur {
  /** The klasse at fault; the one that was looked at when absent. */
  readonly klasse?: Klasse;
  /** Where the retourcode goes; the klasse at fault when absent. */
  readonly drager?: Klasse;
  /** The element at fault, as a path of local names below that klasse ('Omvang/Volume'); '' is the klasse itself. */
  readonly element: string;
  /** For the text: values, bounds and counterparts. Values of personal elements are masked by the judge. */
  readonly waarden?: Readonly<Record<string, string | number>>;
  /**
   * What the element should hold, as XML writes it, where what is known leaves one value; of several below it each by its name.
   * Told to its sender, never kept.
   */
  readonly hoort?: string | Readonly<Record<string, string>>;
  /** Other elements below that klasse that change with it, each to its value. Told as `hoort` is. */
  readonly ook?: Readonly<Record<string, string>>;
  /** Where the line was granted before, under this number. Told to its sender, never kept. */
  readonly eerder?: true;
  /** Where no value would do, as nothing is left of the toewijzing. Told to its sender, never kept. */
  readonly vol?: Vol;
}

/** A toewijzing of which all was declared: nothing more fits on it. */
export interface Vol {
  /** In words: by its number, else (in iJW 2.3) by the product. */
  readonly welke: string;
  /** Volume that was declared, and that was assigned; both in this unit, as texts name it. */
  readonly gedeclareerd: number;
  readonly toegewezen: number;
  readonly eenheid: string;
  /** Lines of the same message are counted in it. */
  readonly ookHier: boolean;
}

/** Is told of each thing that a check found, as it found it. */
export type Opmerker = (regel: Regel, klasse: Klasse, afkeur: Afkeur) => void;

/**
 * What a check may look at. Level 2 rules get only `bericht`; the others are present from level 3 on.
 */
export interface Omgeving {
  readonly bericht: Bericht;
  /** All klassen of the message, in document order. */
  readonly klassen: readonly Klasse[];
  readonly kennis: Kennis;
  readonly afspraken: Afspraken;
  /** Own of this message: what earlier klassen of it did (starts, booked prestaties), credits and removals first. */
  readonly lopend: Lopend;
}

/** The running state inside one message; a klasse that got no retourcode is taken up in it, in order of handling. */
export interface Lopend {
  readonly regie: import('../dossier/regie.ts').RegieRecord[];
  /** Removed by StatusAanlevering 3 in this message. */
  readonly verwijderd: import('../dossier/regie.ts').RegieRecord[];
  readonly prestaties: import('../dossier/prestatie.ts').PrestatieRecord[];
}
