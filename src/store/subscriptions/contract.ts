import type { Rol } from '../../access/keys/contract.ts';
import type { SignaalSoort } from '../../verdict/verdict.ts';

export const NOTICE_WAYS = ['mail', 'webhook'] as const;
export type NoticeWay = (typeof NOTICE_WAYS)[number];

/** `meteen`: soon after it happened, and not more often than once a quarter; `dag`: once a day. */
export const NOTICE_PACES = ['meteen', 'dag'] as const;
export type NoticePace = (typeof NOTICE_PACES)[number];

/** What somebody can hear of: the kinds of signals, and messages that are stuck. */
export const NOTICE_KINDS = [
  'signaalbudget',
  'termijn',
  'afwijking',
  'aflevering',
  'wachtrij',
  'vastgelopen',
] as const satisfies readonly (SignaalSoort | 'vastgelopen')[];
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** As whom a subscription looks. */
export interface SubscriptionOwner {
  readonly rol: Rol;
  /** Of an aanbieder or a gemeente. */
  readonly partijen: readonly string[] | null;
  /** Of an operator. */
  readonly regios: readonly string[] | null;
}

export interface NewSubscription extends SubscriptionOwner {
  readonly weg: NoticeWay;
  readonly adres: string;
  /** `whsec_…`; null with a mail. */
  readonly geheim: string | null;
  readonly soorten: readonly NoticeKind[];
  readonly ritme: NoticePace;
  /** Id of the key that made it. */
  readonly door: string;
  /** From where on it is told. */
  readonly positie: string;
  readonly op: Date;
  /** When it may first be told. */
  readonly volgendeOp: Date;
}

export interface Subscription extends Omit<NewSubscription, 'op'> {
  readonly id: string;
  readonly gemaaktOp: Date;
  readonly verteldOp: Date | null;
  /** Attempts since the last one that went well. */
  readonly pogingen: number;
  /** A code without anything of anybody; null when the last attempt went well. */
  readonly fout: string | null;
  readonly foutSinds: Date | null;
  /** When somebody asked for a trial that did not go out yet. */
  readonly proefOp: Date | null;
}

/** What became of looking at one. */
export interface Told {
  readonly positie: string;
  /** Null: there was nothing to tell, or it failed. */
  readonly verteldOp: Date | null;
  readonly volgendeOp: Date;
  /** Null: it went well. */
  readonly fout: string | null;
  readonly op: Date;
  /** The trial that was told with it. */
  readonly proefOp: Date | null;
}

export interface SubscriptionStore {
  addSubscription(subscription: NewSubscription): Promise<Subscription>;
  /** Oldest first. */
  subscriptions(): Promise<readonly Subscription[]>;
  /** False when there is none. */
  endSubscription(id: string): Promise<boolean>;
  /** Asks for a notice soon, whatever happened. False when there is none. */
  trySubscription(id: string, op: Date): Promise<boolean>;
  /** Those that are due, for this process alone until `bezetTot`. */
  takeSubscriptions(op: Date, bezetTot: Date, limit: number): Promise<readonly Subscription[]>;
  /** Gives one back. */
  noteTold(id: string, told: Told): Promise<void>;
}
