import type { BerichtType, Release } from '../../standard/message-types.ts';

export interface OutboxStore {
  /** The way out of a party, for what waits and what comes. What somebody is sending at this moment ends by the old one. */
  setChannel(partij: string, kanaal: string): Promise<void>;
  /**
   * Takes what is due on this channel for `leaseMs`: of each party the oldest delivery that is not done, if its moment has
   * come and nobody else is at it. Counts the attempt before anything is sent, so that one which takes the process with it
   * counts too; when the lease is over without a settlement the delivery is due again.
   */
  claimDue(kanaal: string, limit: number, leaseMs: number, op: Date): Promise<readonly DeliveryLease[]>;
  /**
   * What became of an attempt. False, and nothing changed, when somebody else has it since or it is done already; only
   * that it arrived is taken from anybody, for then it did.
   */
  settleDelivery(lease: Pick<DeliveryLease, 'aflevering' | 'poging'>, afloop: Settlement, op: Date): Promise<boolean>;
}

/** A delivery that is somebody's to send until its lease ends. */
export interface DeliveryLease {
  /** Of the delivery: this message to this party. */
  readonly aflevering: string;
  /** Of the message: the same on every attempt. */
  readonly berichtId: string;
  readonly kanaal: string;
  readonly partij: string;
  readonly type: BerichtType;
  readonly release: Release;
  readonly afzender: string;
  readonly ontvanger: string;
  readonly inAntwoordOp: string | null;
  /** Which attempt this is, from 1. */
  readonly poging: number;
  readonly eerstePogingOp: Date;
}

export type Settlement =
  /** The party has it. */
  | { readonly kind: 'confirmed' }
  /** It lies where the party takes it, who says so later; the next may go. */
  | { readonly kind: 'offered' }
  /** `fout` is a code without anything of anybody. */
  | { readonly kind: 'again'; readonly volgendeOp: Date; readonly fout: string }
  | { readonly kind: 'failed'; readonly fout: string };
