import type { Via } from '../../access/envelope.ts';
import type { Status } from '../../verdict/verdict.ts';

/**
 * Something that a sender is to be told by the way that its message came: the verdict on it, or, with a `code`, that
 * what it was told is received was no message.
 */
export interface Feedback {
  /** Of this row; the same on every attempt. */
  readonly id: string;
  /** Who sent it. */
  readonly partij: string;
  /** The sender's own id of what it sent. */
  readonly transportId: string | null;
  readonly berichtId: string | null;
  /** Of that message: judged. */
  readonly status: Exclude<Status, 'ontvangen' | 'vastgelopen'> | null;
  readonly code: string | null;
  /** Which attempt this is, from 1. */
  readonly poging: number;
  readonly eerstePogingOp: Date;
}

export type FeedbackSettlement =
  | { readonly kind: 'told' }
  /** `fout` is a code without anything of anybody. */
  | { readonly kind: 'again'; readonly volgendeOp: Date; readonly fout: string }
  | { readonly kind: 'given-up'; readonly fout: string };

export interface FeedbackStore {
  /**
   * Takes what is due on this way for `leaseMs`, oldest first: verdicts on messages that are judged, and codes. Rows of
   * messages are made when those come in by a way of FEEDBACK_WAYS, and due again when the message is judged anew.
   */
  claimFeedback(via: Via, limit: number, leaseMs: number, op: Date): Promise<readonly Feedback[]>;
  /** What became of attempts; one that somebody else has since counts no more. */
  settleFeedback(
    afloop: readonly { readonly feedback: Pick<Feedback, 'id' | 'poging'>; readonly settlement: FeedbackSettlement }[],
    op: Date,
  ): Promise<void>;
  /** Something to tell that is about no message. Durable when it resolves; the same twice is one. */
  addFeedback(nieuw: {
    readonly via: Via;
    readonly partij: string;
    readonly transportId: string;
    readonly code: string;
  }): Promise<void>;
}
