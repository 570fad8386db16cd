import type { BerichtType } from '../standard/message-types.ts';
import type { EindStatus, SignaalSoort } from '../verdict/verdict.ts';

/** What it is about (a message, a command, a key), and the lane in which it happened; null where there is none. */
interface About {
  readonly subject: string | null;
  readonly lane: string | null;
}

interface Delivery {
  readonly party: string;
  readonly channel: string;
}

interface Outcome {
  readonly state: 'gedaan' | 'geweigerd';
  readonly answers: readonly string[];
}

/** What there is to tell of each type, beside what it is about. */
interface Details {
  /** `again`: the same bytes were refused before and wait anew. */
  'message.received': { readonly again: boolean };
  'message.replayed': object;
  'message.judged': {
    readonly status: EindStatus;
    readonly answers: readonly string[];
    readonly agreements: number;
    readonly ruleset: string;
    /** Null in rows of older builds. */
    readonly messageType: BerichtType | null;
    /** How many findings of each rule; told by the process that judged, and not kept with the row. */
    readonly rules?: Readonly<Record<string, number>>;
  };
  'message.quarantined': { readonly work: 'bericht' | 'opdracht'; readonly reason: string };
  'command.received': { readonly kind: string; readonly party: string };
  /** Another command than a decision. */
  'command.done': Outcome;
  'decision.made': Outcome;
  /** It lies where the party takes it, or stood in the list that the party asked for. */
  'delivery.offered': Delivery;
  'delivery.confirmed': Delivery;
  /** Given up. */
  'delivery.failed': Delivery & { readonly error: string };
  /** `signal` is its id; null where it is told by the process that raised it with a verdict. */
  /** `regio`: of one that is of no party, null for all regions; absent where its lane tells. */
  'signal.raised': Signal & { readonly kind: SignaalSoort; readonly regio?: string | null };
  /** `term` is its id; null in rows of older builds, and where it is told by the process that looked. */
  'term.due': Signal & { readonly term: string | null; readonly over: boolean };
  'agreements.replaced': { readonly version: number; readonly by: string };
  'key.created': { readonly role: string; readonly party: string | null };
  'key.ended': object;
  'body.opened': { readonly by: string };
}

interface Signal {
  readonly signal: string | null;
  readonly gemeente: string;
  readonly aanbieder: string;
}

export type HappeningType = keyof Details;

export type HappeningOf<T extends HappeningType> = { readonly type: T } & About & Details[T];

/** Something that happened and is committed. */
export type Happening = { [T in HappeningType]: HappeningOf<T> }[HappeningType];
