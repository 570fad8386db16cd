import type { AfsprakenDocument } from '../agreements/document.ts';
import type { Toewijzing } from '../dossier/toewijzing.ts';
import type { Besluit } from '../requests/besluit-keuze.ts';
import type { KennisData } from '../rules/kennis.ts';
import type { BerichtType, Release } from '../standard/message-types.ts';
import type { KennisVraag } from '../verdict/kennis-vraag.ts';
import type { NummerBlok, NummerVraag } from '../verdict/nummers.ts';
import type { Verdict } from '../verdict/verdict.ts';
import type { BesluitUitkomst } from '../verdict/werkbak/invoer.ts';
import type { Partijen } from '../xml/partijen.ts';
import type { Admitted } from './admitted.ts';

/**
 * What goes to and from a judging thread. Two steps with the context queries between them: `open` gates and reads the
 * bytes and says what must be known; `judge` gives the verdict. Between the two the thread keeps the read message, so
 * that a large one crosses the thread border only as bytes.
 */
export interface AgreementsVersion {
  readonly versie: number;
  readonly document: AfsprakenDocument;
}

export type JudgeCall =
  /** Learn a version of the agreements, and forget those that no session uses any more. */
  | { readonly soort: 'afspraken'; readonly afspraken: AgreementsVersion; readonly vergeet: readonly number[] }
  /** Compile every schema; fails when one cannot be used. */
  | { readonly soort: 'schemas' }
  /** Compile what checks the answers to declaraties. */
  | { readonly soort: 'answers' }
  | { readonly soort: 'open'; readonly afspraken: number; readonly berichten: readonly TeOpenen[] }
  /** Of opened messages what needs no context; `judge` does what was not done by then. */
  | { readonly soort: 'ahead'; readonly tokens: readonly string[] }
  | { readonly soort: 'judge'; readonly afspraken: number; readonly berichten: readonly TeBeoordelen[] }
  | { readonly soort: 'maatwerk'; readonly afspraken: number; readonly grant: Grant }
  | { readonly soort: 'besluit'; readonly afspraken: number; readonly besluit: TeBesluiten }
  | { readonly soort: 'weeg'; readonly afspraken: number; readonly verzoeken: readonly TeWegen[] }
  | { readonly soort: 'drop'; readonly tokens: readonly string[] };

export interface TeOpenen {
  /** Names the message between the two steps; unique over all calls. */
  readonly token: string;
  readonly berichtId: string;
  readonly bytes: Uint8Array;
  readonly ontvangenOp: Date;
  /** Who it was taken to be from and for; a message that reads otherwise is refused. */
  readonly admitted: Admitted;
  /** A request is opened again to decide on it: that asks for other numbers and sets than judging it did. */
  readonly voor?: 'besluit';
}

export type Geopend =
  | {
      readonly kind: 'accepted';
      readonly token: string;
      readonly type: BerichtType;
      readonly release: Release;
      readonly gemeente: string;
      readonly vraag: KennisVraag;
      readonly nummers: NummerVraag;
      /** What this judgement touches; two messages that share a key are not judged in one group. */
      readonly raakt: readonly string[];
    }
  | {
      readonly kind: 'refused';
      readonly token: string;
      readonly verdict: Verdict;
      /** The parties of a message that is another than the one admitted. */
      readonly parties?: Partijen;
    };

export interface TeBeoordelen {
  readonly token: string;
  readonly kennis: KennisData;
  readonly nummers: NummerBlok;
  /** The bytes of the message that a retourbericht, JW325 or JW304 answers. */
  readonly beantwoord: Uint8Array | null;
}

export interface Grant {
  readonly opdrachtId: string;
  readonly toewijzing: Toewijzing;
  readonly bedrag: number;
  readonly kennis: KennisData;
  readonly nummers: NummerBlok;
}

/** A request in the werkbak that is weighed; opened before, as for a decision. */
export interface TeWegen {
  readonly token: string;
  readonly opdrachtId: string;
  readonly referentie: string;
  readonly redenen: readonly string[];
  readonly kennis: KennisData;
  readonly nummers: NummerBlok;
}

/** A decision on a request; that request was opened before. */
export interface TeBesluiten extends Omit<TeWegen, 'redenen'> {
  readonly besluit: Besluit;
}

export type BesluitAntwoord =
  | { readonly kind: 'decided'; readonly beoordeeld: Beoordeeld }
  | Extract<BesluitUitkomst, { kind: 'refused' }>;

/** A verdict with its answers as bytes that passed the gate; the trees stay behind in the thread. */
export interface Beoordeeld {
  readonly token: string;
  readonly verdict: Verdict;
  readonly antwoorden: readonly Uint8Array[];
}

export type GrantAntwoord =
  | { readonly kind: 'granted'; readonly beoordeeld: Beoordeeld }
  | { readonly kind: 'refused'; readonly reden: string };
