import type { TermijnSoort } from '../requests/termijnen.ts';
import type { Bevinding } from '../rules/bevinding.ts';
import type { KennisData, Toewijzing, VerzoekStand } from '../rules/kennis.ts';
import type { BerichtType, Release } from '../standard/message-types.ts';
import type { KennisVraag } from '../verdict/kennis-vraag.ts';
import type { Status, Verdict } from '../verdict/verdict.ts';
import type { AfsprakenStore } from './agreements-store.ts';
import type { Heartbeat } from './heartbeat.ts';
import type { InzichtStore, SignaalBeeld } from './insight-store.ts';

export type { KennisVraag } from '../verdict/kennis-vraag.ts';
export type { AfsprakenStore, AfsprakenVersie } from './agreements-store.ts';
export type { BudgetFilter, InzichtStore, InzichtVraag, SignaalBeeld, SignaalbudgetBeeld } from './insight-store.ts';

/**
 * What the rest of the gateway asks of the database: one contract for PostgreSQL and PGlite (DESIGN decisions 1 to 6).
 * Expected outcomes are values; exceptions are lost connections and bugs.
 */
export interface Store
  extends BerichtStore,
    LaanStore,
    AfleveringStore,
    AfsprakenStore,
    SleutelStore,
    InzageStore,
    InzichtStore,
    TermijnStore,
    OpdrachtStore {
  /** Run migrations; safe to call in several processes at once. */
  migrate(): Promise<void>;
  /** Names of the settings of the database, if any, with which a power cut may lose what was acknowledged. */
  unsafeSettings(): Promise<string[]>;
  /** Whether it can be used. */
  readonly heartbeat: Heartbeat;
  close(): Promise<void>;
}

/** A message as it came in, with what the bounded look at its header told. */
export interface Ontvangst {
  readonly bytes: Uint8Array;
  readonly sha256: Uint8Array;
  /** Sending party: of the header, or of the key when the header was unreadable. */
  readonly partij: string;
  readonly type: BerichtType | null;
  readonly release: Release | null;
  readonly afzender: string | null;
  readonly ontvanger: string | null;
  readonly identificatie: string | null;
  readonly gemeente: string | null;
  readonly aanbieder: string | null;
  readonly regio: string | null;
  readonly laan: string;
  readonly ontvangenOp: Date;
}

export type Bewaard =
  | { readonly kind: 'stored'; readonly id: string; readonly laan: string; readonly volgnummer: number }
  /** Same party, same bytes, judged before or still waiting: no effect. */
  | { readonly kind: 'duplicate'; readonly id: string; readonly status: Status; readonly laan: string }
  /** Was `geweigerd`; waits again under the same id with a new volgnummer and moment of receipt. */
  | { readonly kind: 'again'; readonly id: string; readonly laan: string; readonly volgnummer: number };

export interface BerichtStore {
  saveMessage(ontvangst: Ontvangst): Promise<Bewaard>;
  /** The message as GET /berichten/{id} shows it; undefined when there is none. */
  message(id: string): Promise<BerichtBeeld | undefined>;
  messageBytes(id: string): Promise<Uint8Array | undefined>;
  messages(filter: BerichtFilter): Promise<BerichtRegel[]>;
  /** A quarantined (or any judged and refused) message waits again: newest agreements, clock of its first receipt. */
  replay(
    id: string,
  ): Promise<
    | { readonly kind: 'waiting'; readonly laan: string }
    | { readonly kind: 'not-allowed'; readonly status: Status }
    | { readonly kind: 'unknown' }
  >;
}

export interface BerichtBeeld {
  readonly id: string;
  readonly type: BerichtType | null;
  readonly release: Release | null;
  readonly afzender: string | null;
  readonly ontvanger: string | null;
  readonly identificatie: string | null;
  readonly regio: string | null;
  readonly status: Status;
  readonly ontvangenOp: string;
  readonly beoordeeldOp: string | null;
  readonly bevindingen: readonly Bevinding[];
  readonly antwoorden: readonly { readonly id: string; readonly type: BerichtType; readonly ontvanger: string }[];
  readonly afleveringen: readonly { readonly partij: string; readonly status: AfleverStatus; readonly op: string }[];
  readonly inAntwoordOp: string | null;
  /** Sending party; not shown, for access checks. */
  readonly partij: string;
  readonly afsprakenVersie: number | null;
  readonly regelsVersie: string | null;
}

/** A message in a list: of its report and its answers no more than the first. */
export interface BerichtRegel extends BerichtBeeld {
  readonly aantalBevindingen: number;
  /** How many findings there are by rule code. */
  readonly perRegel: Readonly<Record<string, number>>;
  readonly aantalAntwoorden: number;
}

export interface BerichtFilter {
  readonly type?: string;
  readonly status?: string;
  /** Messages that this party sent or got. */
  readonly partijen?: readonly string[];
  readonly regios?: readonly string[];
  /** Only those with an id below this one (newest first). */
  readonly na?: string;
  readonly limit: number;
}

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
  readonly werk: { readonly kind: 'bericht' | 'opdracht'; readonly id: string; readonly volgnummer: number };
  readonly verdict: Verdict;
  /** The bytes of verdict.antwoorden, in the same order. */
  readonly antwoorden: readonly { readonly id: string; readonly bytes: Uint8Array }[];
  /** The message that the answers answer, where it is another than `werk`: the request that a command decides on. */
  readonly inAntwoordOp?: string;
  /** The message that `werk` itself answers, when it was accepted: a matched retourbericht, JW325 or JW304. */
  readonly beantwoordt?: string;
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
  /** The lane goes on without this one. */
  quarantine(
    laan: string,
    van: number,
    werk: { readonly kind: 'bericht' | 'opdracht'; readonly id: string; readonly volgnummer: number },
    reden: string,
  ): Promise<Geschreven>;
  /** First numbers of fresh blocks. */
  drawNumbers(
    identificaties: number,
    toewijzingen: Readonly<Record<string, { readonly aantal: number; readonly vanaf: number }>>,
  ): Promise<{ readonly identificatie: number; readonly toewijzing: Readonly<Record<string, number>> }>;
}

export type AfleverStatus = 'wacht' | 'aangeboden' | 'bevestigd' | 'mislukt';

export interface AfleveringStore {
  /**
   * Delivered to any of these parties and not yet confirmed, oldest first; what is given counts as `aangeboden` from then
   * on. `na` is an exclusive key (digits, as `volgende` gave it); anything else gives an empty page.
   */
  outgoing(
    partijen: readonly string[],
    filter: { readonly type?: string; readonly na?: string; readonly limit: number },
  ): Promise<{ readonly berichten: readonly Uitgaand[]; readonly volgende: string | null }>;
  /** Idempotent; false when nothing was ever delivered to these parties under this id. */
  confirm(id: string, partijen: readonly string[], op: Date): Promise<boolean>;
}

export interface Uitgaand {
  readonly id: string;
  readonly type: BerichtType;
  readonly afzender: string;
  readonly ontvanger: string;
  readonly inAntwoordOp: string | null;
  readonly op: string;
}

export type Rol = 'aanbieder' | 'gemeente' | 'operator' | 'beheerder';

export interface Sleutel {
  readonly id: string;
  readonly naam: string;
  readonly rol: Rol;
  readonly partij: string | null;
  readonly regios: readonly string[] | null;
  readonly gemaaktOp: string;
}

export interface SleutelStore {
  addKey(sleutel: Omit<Sleutel, 'id' | 'gemaaktOp'>, hash: Uint8Array): Promise<Sleutel>;
  keyByHash(hash: Uint8Array): Promise<Sleutel | undefined>;
  keys(): Promise<Sleutel[]>;
  deleteKey(id: string): Promise<boolean>;
}

export interface InzageStore {
  /** Current version and history; by gemeente (with predecessors) and number. */
  toewijzing(gemeenten: readonly string[], nummer: number): Promise<ToewijzingBeeld | undefined>;
  /** Oldest first; `na` is the exclusive id of the last one seen. `nieuwsteEerst` turns both round. */
  signals(filter: {
    readonly nieuwsteEerst?: boolean;
    readonly partijen?: readonly string[];
    readonly regios?: readonly string[];
    readonly na?: string;
    readonly limit: number;
  }): Promise<SignaalBeeld[]>;
  werkbak(
    gemeenten: readonly string[],
    filter: { readonly na?: string; readonly limit: number },
  ): Promise<{ readonly items: readonly WerkbakBeeld[]; readonly volgende: string | null }>;
  /** One werkbak item, open or done; undefined when there is none. */
  werkbakItem(id: string): Promise<WerkbakItemBeeld | undefined>;
  /** What happened to a message or command, in order (`why ID`). */
  events(onderwerp: string): Promise<readonly GebeurtenisBeeld[]>;
  /** Counts for the first view: status × type × region, and what waits per region. */
  counts(): Promise<{
    readonly berichten: readonly {
      readonly regio: string | null;
      readonly type: string | null;
      readonly status: Status;
      readonly aantal: number;
    }[];
    readonly wachtend: readonly { readonly regio: string; readonly aantal: number }[];
  }>;
  /** Who opened which body, when (decision 16). */
  audit(door: string, handeling: string, onderwerp: string, op: Date): Promise<void>;
}

export interface ToewijzingBeeld {
  readonly huidig: Toewijzing;
  readonly historie: readonly Toewijzing[];
  /** Granted amounts, credits subtracted; eurocents. */
  readonly gebruikt: number;
  readonly laan: string;
}

export interface WerkbakBeeld {
  readonly id: string;
  readonly gemeente: string;
  readonly aanbieder: string;
  readonly referentie: string;
  readonly soort: 'VOT' | 'VOW';
  readonly redenen: readonly string[];
  readonly berichtId: string;
  /** Bytes of that message. */
  readonly omvang: number;
  readonly op: string;
  /** The term within which the gemeente decides; null when none runs. */
  readonly termijn: { readonly soort: string; readonly uiterlijk: string } | null;
}

export interface WerkbakItemBeeld extends WerkbakBeeld {
  readonly laan: string;
  readonly regio: string | null;
  readonly open: boolean;
  /** What became of the request; null when it was withdrawn because the message that held it was refused. */
  readonly verzoek: {
    readonly stand: VerzoekStand;
    /** When it was decided on, and by which message; null while it is not. */
    readonly beslistOp: string | null;
    readonly beslistDoor: string | null;
  } | null;
}

/** A term that runs, as GET /termijnen shows it. */
export interface TermijnBeeld {
  readonly id: string;
  readonly soort: TermijnSoort;
  /** The party that must act. */
  readonly partij: string;
  readonly gemeente: string;
  readonly aanbieder: string;
  readonly referentie: string | null;
  readonly toewijzingNummer: number | null;
  /** The message that it comes from. */
  readonly berichtId: string;
  readonly begin: string;
  readonly uiterlijk: string;
  /** When its signals were raised; null while they were not. */
  readonly gewaarschuwdOp: string | null;
  readonly verstrekenOp: string | null;
}

export interface TermijnStore {
  /** Those that run, oldest first; `na` is the exclusive id of the last one seen. */
  terms(filter: {
    readonly partijen?: readonly string[];
    readonly regios?: readonly string[];
    readonly soort?: string;
    readonly na?: string;
    readonly limit: number;
  }): Promise<TermijnBeeld[]>;
  /** Raises the signals of terms that are due on this day (`YYYY-MM-DD`), each once; gives how many. */
  raiseTermSignals(vandaag: string, limit: number): Promise<number>;
}

export interface GebeurtenisBeeld {
  readonly soort: string;
  readonly op: string;
  readonly gegevens: Readonly<Record<string, unknown>> | null;
}

export type OpdrachtUitkomst =
  | { readonly stand: 'wacht' }
  | { readonly stand: 'gedaan'; readonly resultaat: Readonly<Record<string, unknown>> }
  | {
      readonly stand: 'geweigerd';
      /** Dutch sentence. */
      readonly reden: string;
      /** What a program needs to know of it; no personal data. */
      readonly resultaat?: Readonly<Record<string, unknown>>;
    };

export interface OpdrachtStore {
  /**
   * A command for a lane; with the same idempotency key of the same party the first one is given back, `gelijk` false when
   * that one asked for something else.
   */
  saveCommand(opdracht: {
    readonly laan: string;
    readonly regio: string | null;
    readonly soort: string;
    readonly partij: string;
    readonly gegevens: Readonly<Record<string, unknown>>;
    readonly idempotentie: string | null;
    readonly op: Date;
  }): Promise<{ readonly id: string; readonly nieuw: boolean; readonly gelijk: boolean }>;
  command(id: string): Promise<{ readonly partij: string; readonly uitkomst: OpdrachtUitkomst } | undefined>;
}
