import type { Via } from '../access/envelope.ts';
import type { Feedback, FeedbackSettlement, FeedbackStore } from '../store/feedback/contract.ts';
import type { DeliveryOutcome } from './delivery-outcome.ts';
import { retryMoment } from './retry-moment.ts';

export type { Feedback } from '../store/feedback/contract.ts';

/** So much is told at once, and how long that may take before another process may take it over (ms). */
const AT_ONCE = 200;
const LEASE_MS = 60_000;

/** What senders are told by the way that their messages came: taken, told, and told again when that did not work. */
export class FeedbackDesk {
  readonly #store: FeedbackStore;
  readonly #now: () => Date;

  constructor({ store, now }: { readonly store: FeedbackStore; readonly now: () => Date }) {
    this.#store = store;
    this.#now = now;
  }

  /**
   * Something to tell that is about no message: by the sender's own id, with a code. Durable when it resolves, so that
   * whoever said "received" may do so after it.
   */
  add(via: Via, party: string, transportId: string, code: string): Promise<void> {
    return this.#store.addFeedback({ via, partij: party, transportId, code });
  }

  /** Tells what is due on this way until nothing is; gives how many attempts were made. What `tell` throws is `ambiguous`. */
  async tellDue(via: Via, tell: (feedback: Feedback) => Promise<DeliveryOutcome>): Promise<number> {
    let attempts = 0;
    for (;;) {
      const due = await this.#store.claimFeedback(via, AT_ONCE, LEASE_MS, this.#now());
      if (due.length === 0) return attempts;
      attempts += due.length;
      const outcomes = await Promise.all(
        due.map(async (feedback) => ({ feedback, outcome: await tell(feedback).catch(broke) })),
      );
      const op = this.#now();
      const settled = outcomes.map(({ feedback, outcome }) => {
        return { feedback, settlement: settlementOf(feedback, outcome, op) };
      });
      await this.#store.settleFeedback(settled, op);
      // Less than there was place for: nothing else was due.
      if (due.length < AT_ONCE) return attempts;
    }
  }
}

function settlementOf(feedback: Feedback, outcome: DeliveryOutcome, op: Date): FeedbackSettlement {
  if (outcome.kind !== 'failed') return { kind: 'told' };
  const { code: fout } = outcome;
  const volgendeOp = outcome.class === 'permanent' ? null : retryMoment(feedback.poging, feedback.eerstePogingOp, op);
  return volgendeOp === null ? { kind: 'given-up', fout } : { kind: 'again', volgendeOp, fout };
}

function broke(fout: unknown): DeliveryOutcome {
  return { kind: 'failed', class: 'ambiguous', code: fout instanceof Error ? fout.name : 'onbekend' };
}
