import type { Envelope, Via } from '../../access/envelope.ts';
import type { Scope } from '../../access/scope.ts';
import type { ClientSleutel } from '../../dossier/client-sleutel.ts';
import type { Bevinding } from '../../findings/bevinding.ts';
import type { BerichtType, Release } from '../../standard/message-types.ts';
import type { AntwoordZegt, Status } from '../../verdict/verdict.ts';
import type { AfleveringBeeld } from '../deliveries/contract.ts';

/** A message as it came in, with what the bounded look at its header told. */
export interface Ontvangst extends Envelope {
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
  /** Id of the key that it came with, or the name of its way; it stands in the story of the message. */
  readonly door: string | null;
}

export type Bewaard =
  | { readonly kind: 'stored'; readonly id: string; readonly laan: string; readonly volgnummer: number }
  /** Same party, same bytes, judged before or still waiting: no effect. */
  | { readonly kind: 'duplicate'; readonly id: string; readonly status: Status; readonly laan: string }
  /** Was `geweigerd`; waits again under the same id with a new volgnummer and moment of receipt. */
  | { readonly kind: 'again'; readonly id: string; readonly laan: string; readonly volgnummer: number };

export interface BerichtStore {
  saveMessage(ontvangst: Ontvangst): Promise<Bewaard>;
  /**
   * What came in together, in one transaction: all of it or nothing. What became of each, in the order given; the same bytes
   * twice in it are a duplicate of the first.
   */
  saveBundle(ontvangsten: readonly Ontvangst[]): Promise<readonly Bewaard[]>;
  /** The message as GET /berichten/{id} shows it; undefined when there is none within this scope. */
  message(id: string, scope: Scope): Promise<BerichtBeeld | undefined>;
  /** Several at once, each within its own scope; in the order asked. */
  messagesSeen(
    asked: readonly { readonly id: string; readonly scope: Scope }[],
  ): Promise<readonly (BerichtBeeld | undefined)[]>;
  messageBytes(id: string, scope: Scope): Promise<Uint8Array | undefined>;
  messages(filter: BerichtFilter): Promise<BerichtRegel[]>;
  /** A quarantined (or any judged and refused) message waits again: newest agreements, clock of its first receipt. */
  replay(
    id: string,
    /** Id of the key that asks; null or absent: unknown. */
    door?: string | null,
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
  readonly afleveringen: readonly AfleveringBeeld[];
  readonly inAntwoordOp: string | null;
  /** The way that it came in; null for what the gateway composed itself. */
  readonly via: Via | null;
  readonly transportId: string | null;
  /**
   * What an answer that came in says of what it answers, and of a JW319, also a composed one, that it refuses; null for all else,
   * and where that was not kept yet.
   */
  readonly zegt: AntwoordZegt | null;
  /** The retourcodes with which it does not grant all, of a JW319 the reason, each once; null for all else, and where that was not kept yet. */
  readonly zegtCodes: readonly string[] | null;
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
  readonly scope: Scope;
  /** `in`: a party sent it; `uit`: the gateway composed it. */
  readonly richting?: 'in' | 'uit';
  readonly type?: string;
  readonly status?: string;
  /** Not confirmed yet, or given up: by a party that is asked for, or by one in sight. */
  readonly aflevering?: 'onbevestigd' | 'mislukt';
  /** Sent or got by this party; within the scope of another party: exchanged with it. */
  readonly partij?: string;
  readonly regio?: string;
  /** Received from this moment on. */
  readonly van?: Date;
  /** Received before this moment. */
  readonly tot?: Date;
  readonly identificatie?: string;
  /** About this declaratie, toewijzing, reference of the aanbieder or client: they, and the answers to them. */
  readonly declaratie?: string;
  readonly toewijzing?: number;
  readonly referentie?: string;
  readonly client?: ClientSleutel;
  /** With a finding of this rule, with this retourcode. */
  readonly regel?: string;
  readonly retourcode?: string;
  /** Only those with an id below this one (newest first). */
  readonly na?: string;
  readonly limit: number;
}

export interface GebeurtenisStore {
  /** What happened to a message or command, in order (`why ID`). */
  events(onderwerp: string): Promise<readonly GebeurtenisBeeld[]>;
}

export interface GebeurtenisBeeld {
  readonly soort: string;
  readonly op: string;
  readonly gegevens: Readonly<Record<string, unknown>> | null;
  /** The name that the key bears now which `gegevens` names; null where none is named, or it is no key. */
  readonly doorNaam: string | null;
}
