import type { OverWat } from '../../dossier/zoekterm.ts';
import type { KennisData } from '../../rules/kennis.ts';
import type { BerichtType, Release } from '../../standard/message-types.ts';
import type { KennisVraag } from '../../verdict/kennis-vraag.ts';
import type { Verdict } from '../../verdict/verdict.ts';
import type { OpdrachtUitkomst } from './command-contract.ts';

/** Work of a lane, in order of volgnummer: a message or a command (grant, werkbak decision). */
export type LaanWerk =
  | {
      readonly kind: 'bericht';
      readonly volgnummer: number;
      readonly id: string;
      readonly bytes: Uint8Array;
      readonly partij: string;
      readonly type: BerichtType | null;
      readonly release: Release | null;
      readonly regio: string | null;
      readonly gemeente: string | null;
      readonly aanbieder: string | null;
      readonly ontvangenOp: Date;
      readonly pogingen: number;
    }
  | {
      readonly kind: 'opdracht';
      readonly volgnummer: number;
      readonly id: string;
      readonly soort: string;
      readonly gegevens: Readonly<Record<string, unknown>>;
      readonly ontvangenOp: Date;
      readonly pogingen: number;
    };

/** A verdict as it is written: answers serialised, ids given. */
export interface TeSchrijven {
  readonly werk: {
    readonly kind: 'bericht' | 'opdracht';
    readonly id: string;
    readonly volgnummer: number;
    /** Of a message, and of a command: for what is told of it. */
    readonly type?: BerichtType | null;
    readonly soort?: string;
  };
  readonly verdict: Verdict;
  /** The bytes of verdict.antwoorden, in the same order. */
  readonly antwoorden: readonly { readonly id: string; readonly bytes: Uint8Array }[];
  /** The message that the answers answer, where it is another than `werk`: the request that a command decides on. */
  readonly inAntwoordOp?: string;
  /** The message that `werk` itself answers, when it was accepted: a matched retourbericht, JW325 or JW304. */
  readonly beantwoordt?: string;
  /** What `werk` is about, to find it by; absent or null when that could not be read. */
  readonly over?: OverWat | null;
  /** What became of a command; `gedaan` without result when absent. */
  readonly uitkomst?: Exclude<OpdrachtUitkomst, { readonly stand: 'wacht' }>;
}

/** Context of one message. The store reads no XML: `kennis.beantwoord.inhoud` is empty, its bytes stand beside it. */
export interface GeladenKennis {
  readonly kennis: KennisData;
  readonly beantwoordBytes: Uint8Array | null;
}

export type Geschreven =
  | { readonly kind: 'written' }
  /** Another worker moved the lane first: drop the verdicts. */
  | { readonly kind: 'overtaken' }
  /** Somebody else owns a claim: judge again with fresh context. */
  | { readonly kind: 'conflict'; readonly claims: readonly string[] };

export interface LaanStore {
  /** Lanes with work older than `ouderDanMs`, for the reconciler; oldest first. */
  waitingLanes(
    ouderDanMs: number,
    limit: number,
  ): Promise<readonly { readonly laan: string; readonly regio: string }[]>;
  /**
   * Position of the lane and its next work in order: at most `max`, together at most `bytes`. Without `bytes` as much as
   * fits in memory, and the first in any case. `meer`: what was given may not be all that waits.
   */
  work(
    laan: string,
    max: number,
    bytes?: number,
  ): Promise<{ readonly beoordeeldTot: number; readonly werk: readonly LaanWerk[]; readonly meer: boolean }>;
  /**
   * Marks the lane as being judged by this process (`laan.bezig`) and tells whether an earlier turn broke off: the mark of
   * a process that lives no more. Then the work is judged one by one, with attempts counted. writeVerdicts and quarantine
   * clear the mark in their compare-and-set.
   */
  beginTurn(laan: string): Promise<{ readonly brokeOff: boolean }>;
  /** Clears the mark of this process without a verdict: SIGTERM, a lost connection, a turn that was overtaken. */
  endTurn(laan: string): Promise<void>;
  /** Count an attempt, committed before judging starts; gives the number it is now. */
  countAttempt(werk: { readonly kind: 'bericht' | 'opdracht'; readonly id: string }): Promise<number>;
  /** Takes an attempt back that ended for something else than the message. */
  voidAttempt(werk: { readonly kind: 'bericht' | 'opdracht'; readonly id: string }): Promise<void>;
  /** In the order asked, in a fixed number of queries however many are asked. */
  loadKennis(vragen: readonly KennisVraag[]): Promise<GeladenKennis[]>;
  /**
   * One transaction: lane compare-and-set from `van` to the last volgnummer, claims, mutations, answers, deliveries, events.
   * The volgnummers must follow `van` without a gap. `verzoek-stand` sets its counts as given, it does not add.
   */
  writeVerdicts(laan: string, van: number, verdicts: readonly TeSchrijven[]): Promise<Geschreven>;
  /**
   * The lane goes on without this one. The report of a message says so; `strijdig`, where there is one, names the answer that
   * our own rules refused.
   */
  quarantine(
    laan: string,
    van: number,
    werk: { readonly kind: 'bericht' | 'opdracht'; readonly id: string; readonly volgnummer: number },
    reden: string,
    strijdig?: string | null,
  ): Promise<Geschreven>;
  /** First numbers of fresh blocks. */
  drawNumbers(
    identificaties: number,
    toewijzingen: Readonly<Record<string, { readonly aantal: number; readonly vanaf: number }>>,
  ): Promise<{ readonly identificatie: number; readonly toewijzing: Readonly<Record<string, number>> }>;
}
