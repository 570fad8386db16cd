import type { DeliveryOutcome } from '../outbox/delivery-outcome.ts';
import type { DueDelivery } from '../outbox/outbox.ts';

/**
 * A way out. Whom it serves, in which order and when it tries again is the outbox's; it sends one message and says what
 * became of it. The id of the message is the same on every attempt, so that who got it twice can tell.
 */
export interface ConnectorOut {
  /** As it stands with a party as its `kanaal`. */
  readonly channel: string;
  /** At most so many parties at once. */
  readonly atOnce: number;
  /** At most so many of one party are taken together; each is sent when the one before is with the party. 1 unless told. */
  readonly perParty?: number;
  /** How long one attempt may take before another process may take it over (ms): well above what sending takes. */
  readonly leaseMs: number;
  /** Its deliveries have a `referentie`, beside the id of the message. */
  readonly wantsReference?: boolean;
  /** What it throws counts as `ambiguous`. */
  send(delivery: DueDelivery): Promise<DeliveryOutcome>;
}
