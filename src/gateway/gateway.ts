import type { Queue } from 'bullmq';
import type { AfspraakFout } from '../agreements/afspraak-fout.ts';
import type { Afspraken } from '../agreements/afspraken.ts';
import type { Gevolg, ToewijzingSoort } from '../agreements/geraakt.ts';
import type { AfsprakenWijziging } from '../agreements/verschil.ts';
import type { Bevinding } from '../findings/bevinding.ts';
import type { Beslissing } from '../lanes/commands/beslissing.ts';
import type { QueueLook } from '../services/queue-look.ts';
import type { Gereed } from '../services/readiness.ts';
import type { BerichtType, Release } from '../standard/message-types.ts';
import type { Sleutel } from '../store/keys/contract.ts';
import type { OpdrachtUitkomst } from '../store/lanes/command-contract.ts';
import type { BerichtBeeld } from '../store/messages/contract.ts';
import type { ToewijzingBeeld } from '../store/reports/views-contract.ts';
import type { WerkbakBeeld } from '../store/requests/contract.ts';
import type { Store } from '../store/store.ts';
import type { EindStatus, Status } from '../verdict/verdict.ts';
import type { Weging } from '../verdict/werkbak/weeg.ts';
import type { Proef } from './try-decision.ts';

/**
 * The use cases, as the ways in (HTTP, dashboard, connectors) call them. Expected outcomes are values; a throw is a
 * lost connection or a bug, and nothing was acknowledged then.
 */
export interface Gateway {
  readonly store: Store;
  /** The newest version of the agreements, also when another process replaced them; cached. */
  afspraken(): Promise<Afspraken>;
  /** Store the bytes and ring the lane. Acknowledge only after this resolved. */
  receive(bytes: Uint8Array, sleutel: Sleutel): Promise<Receipt>;
  /** Waits at most `waitMs` for the verdict and gives the message as it then is (`ontvangen` when it still waits). */
  verdictOf(id: string, waitMs: number): Promise<BerichtBeeld>;
  /** The report and the answers that would go out; no effect, no numbers used. */
  dryRun(bytes: Uint8Array, sleutel: Sleutel): Promise<DryRun>;
  /** Checks and replaces the agreements; what is received after this resolved is judged by them, in every process. */
  putAgreements(document: unknown, door: string): Promise<AfsprakenUitkomst>;
  /** What replacing the agreements would change, and which stored toewijzingen it would touch; without effect. */
  tryAgreements(document: unknown): Promise<AfsprakenProef>;
  /** The agreements as they were under one of the gateway's own numbers; undefined when there is none. */
  afsprakenVan(versie: number): Promise<Afspraken | undefined>;
  /** Grant a maatwerksignaalbudget through the lane of the toewijzing; waits at most `waitMs`. */
  grant(toekenning: GrantRequest, waitMs: number): Promise<GrantOutcome>;
  /** Decide on a werkbak item through its lane; waits at most `waitMs`. */
  decide(beslissing: Beslissing, waitMs: number): Promise<BeslissingUitkomst>;
  /** What that decision would send; no effect, no numbers used. */
  tryDecision(beslissing: Beslissing): Promise<BeslissingProef>;
  /** What the gemeente sees with requests in its werkbak; null for one whose message cannot be read any more. */
  weighRequests(items: readonly WerkbakBeeld[]): Promise<readonly (Weging | null)[]>;
  /** A quarantined or refused message waits again, and its lane is rung. */
  replay(id: string, door: string): Promise<ReplayUitkomst>;
  /** Whether store, queue and schemas can be used. */
  ready(): Promise<Gereed>;
  /** Who serves which region, and which queues are paused; rejects while Redis is away. */
  queueLook(): Promise<QueueLook>;
  /** One queue per region, for the operators' view. */
  queues(): readonly Queue[];
}

export type Receipt =
  /** `again` was `geweigerd` and waits anew under the same id; `duplicate` has no effect. */
  { readonly kind: 'stored' | 'again' | 'duplicate'; readonly id: string; readonly status: Status } | NotAdmitted;

/** Refused at the door; nothing was stored. */
export type NotAdmitted =
  /** The sending party is not one that the key acts for; null: the key is of no party, or the header told none. */
  | { readonly kind: 'forbidden'; readonly zender: string | null }
  /** No message of a supported release, by its namespace; the finding says what it is instead. */
  | { readonly kind: 'unidentifiable'; readonly bevinding: Bevinding }
  /** The agreements freeze the traffic of this release, from before `op` until `tot`. */
  | { readonly kind: 'frozen'; readonly release: Release; readonly op: Date; readonly tot: Date };

export type DryRun =
  | {
      readonly kind: 'judged';
      readonly type: BerichtType | null;
      readonly release: Release | null;
      readonly status: EindStatus;
      readonly bevindingen: readonly Bevinding[];
      readonly antwoorden: readonly { readonly type: BerichtType; readonly ontvanger: string; readonly xml: string }[];
    }
  | NotAdmitted;

export type AfsprakenUitkomst =
  | {
      readonly kind: 'ok';
      /** The document's own label. */
      readonly versie: string;
      /** The gateway's own count. */
      readonly nummer: number;
      readonly wijzigingen: readonly AfsprakenWijziging[];
      readonly waarschuwingen: readonly AfspraakFout[];
    }
  | { readonly kind: 'invalid'; readonly fouten: readonly AfspraakFout[] };

export type AfsprakenProef =
  | {
      readonly kind: 'ok';
      readonly versie: string;
      readonly wijzigingen: readonly AfsprakenWijziging[];
      readonly waarschuwingen: readonly AfspraakFout[];
      readonly geraakt: readonly GeraakteToewijzingen[];
    }
  | { readonly kind: 'invalid'; readonly fouten: readonly AfspraakFout[] };

/** Stored toewijzingen of one kind on which other agreements would hold. */
export interface GeraakteToewijzingen extends ToewijzingSoort {
  readonly aantal: number;
  readonly nummers: readonly number[];
  readonly gevolgen: readonly Gevolg[];
}

export interface GrantRequest {
  /** As in the address; the toewijzing may stand under a predecessor. */
  readonly gemeente: string;
  readonly nummer: number;
  /** Eurocents. */
  readonly bedrag: number;
  readonly reden: string;
  readonly plan: string | null;
  /** Party of the key that asks. */
  readonly partij: string;
  readonly idempotentie: string | null;
}

export type GrantOutcome =
  | { readonly kind: 'done'; readonly toewijzing: ToewijzingBeeld }
  | { readonly kind: 'pending'; readonly opdracht: string }
  /** Not possible for this toewijzing (no Frequentie 6 and no Budget); `reden` is a Dutch sentence. */
  | { readonly kind: 'refused'; readonly reden: string }
  /** The Idempotency-Key was used for something else. */
  | { readonly kind: 'key-reused' }
  | { readonly kind: 'unknown' };

export type BeslissingUitkomst =
  | {
      readonly kind: 'decided';
      readonly opdracht: string;
      readonly uitkomst: Exclude<OpdrachtUitkomst, { stand: 'wacht' }>;
    }
  | { readonly kind: 'pending'; readonly opdracht: string }
  /** The Idempotency-Key was used for something else. */
  | { readonly kind: 'key-reused' }
  | { readonly kind: 'unknown' };

export type BeslissingProef = Proef | { readonly kind: 'unknown' };

export type ReplayUitkomst =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'not-allowed'; readonly status: Status }
  | { readonly kind: 'unknown' };
