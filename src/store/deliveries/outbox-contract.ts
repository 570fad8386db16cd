import type { Via } from '../../access/envelope.ts';
import type { BerichtType, Release } from '../../standard/message-types.ts';

export interface OutboxStore {
  /** The way out of a party, for what waits and what comes. What somebody is sending at this moment ends by the old one. */
  setChannel(partij: string, kanaal: string): Promise<void>;
  /**
   * Takes what is due on this channel for `leaseMs`: of at most `parties` parties the oldest delivery that is not done, if
   * its moment has come and nobody else is at it, and with `perParty` as many as come after it without a gap. Counts an
   * attempt of each before anything is sent, so that one which takes the process with it counts too; when the lease is over
   * without a settlement the deliveries are due again.
   */
  claimDue(
    kanaal: string,
    parties: number,
    leaseMs: number,
    op: Date,
    how?: ClaimOptions,
  ): Promise<readonly DeliveryLease[]>;
  /** These were not tried after all: they are due again, and no attempt counts. Only of who still has them. */
  giveBack(leases: readonly Pick<DeliveryLease, 'aflevering' | 'poging'>[]): Promise<void>;
  /** The bytes of those of these messages that take at most `atMost` bytes in the store. */
  smallBodies(ids: readonly string[], atMost: number): Promise<ReadonlyMap<string, Uint8Array>>;
  /**
   * What became of an attempt. False, and nothing changed, when somebody else has it since or it is done already; only
   * that it arrived is taken from anybody, for then it did.
   */
  settleDelivery(lease: Pick<DeliveryLease, 'aflevering' | 'poging'>, afloop: Settlement, op: Date): Promise<boolean>;
  /**
   * The party said later, by the `referentie` of the delivery, that it does not take what it got: `mislukt`, also when it
   * was confirmed. False when it never got such a thing, or said so before.
   */
  refuseDelivery(partij: string, referentie: string, fout: string, op: Date): Promise<boolean>;
  /** What lies where this channel put it and is not confirmed yet, oldest first. */
  offeredDeliveries(kanaal: string): Promise<readonly OfferedDelivery[]>;
  /**
   * No other process is at work on this database (the embedded one): what one that is no more had taken, is due at once.
   */
  freeLeases(): Promise<void>;
  /** The way is there again: what waits for its next moment on this channel is due now. */
  retryNow(kanaal: string): Promise<void>;
}

export interface ClaimOptions {
  /** Each delivery gets a `referentie`, made at its first attempt and kept. */
  readonly wantsReference?: boolean;
  /** So many of one party at most; 1 unless told. */
  readonly perParty?: number;
}

/** A delivery that lies where the party takes it. */
export interface OfferedDelivery
  extends Pick<DeliveryLease, 'aflevering' | 'berichtId' | 'partij' | 'poging' | 'eerstePogingOp'> {
  /** Since when. */
  readonly op: Date;
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
  /** The id of this delivery where its way wants one of its own: a UUID, the same on every attempt. */
  readonly referentie: string | null;
  /** The way by which the message that it answers came in; null when it answers none. */
  readonly opVia: Via | null;
  /** What the sender of that message called it there. */
  readonly opTransportId: string | null;
  /** The `referentie` under which that message was delivered to this same party. */
  readonly opReferentie: string | null;
}

export type Settlement =
  /** The party has it. */
  | { readonly kind: 'confirmed' }
  /** It lies where the party takes it, who says so later; the next may go. */
  | { readonly kind: 'offered' }
  /** `fout` is a code without anything of anybody. */
  | { readonly kind: 'again'; readonly volgendeOp: Date; readonly fout: string }
  /** `lasting`: this message will never be taken, which says nothing of the way; else its time was over. */
  | { readonly kind: 'failed'; readonly fout: string; readonly lasting: boolean };
