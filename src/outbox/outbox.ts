import { systemScope } from '../access/scope.ts';
import type {
  ClaimOptions,
  DeliveryLease,
  OfferedDelivery,
  OutboxStore,
  Settlement,
} from '../store/deliveries/outbox-contract.ts';
import type { BerichtStore } from '../store/messages/contract.ts';
import type { DeliveryOutcome } from './delivery-outcome.ts';
import { retryMoment } from './retry-moment.ts';

export interface OutboxDeps {
  readonly store: OutboxStore & Pick<BerichtStore, 'messageBytes'>;
  readonly now: () => Date;
}

/** A delivery with what is to be sent. */
export interface DueDelivery extends DeliveryLease {
  readonly bytes: Uint8Array;
}

/** The outbox as a channel uses it: take what is due, send it, say what became of it. */
export class Outbox {
  readonly #deps: OutboxDeps;

  constructor(deps: OutboxDeps) {
    this.#deps = deps;
  }

  /**
   * Of so many parties the oldest that is due on this channel, and with `perParty` those that follow it: who sends them goes
   * in that order, and gives back what it did not come to.
   */
  claimDue(channel: string, parties: number, leaseMs: number, how?: ClaimOptions): Promise<readonly DeliveryLease[]> {
    const { store, now } = this.#deps;
    return store.claimDue(channel, parties, leaseMs, now(), how);
  }

  /** They were not tried: due again, and no attempt counts. */
  giveBack(leases: readonly DeliveryLease[]): Promise<void> {
    return leases.length === 0 ? Promise.resolve() : this.#deps.store.giveBack(leases);
  }

  /** False when the attempt counts no more: its lease was over and somebody else took it, or it is done. */
  settle(lease: SettledLease, outcome: DeliveryOutcome): Promise<boolean> {
    const op = this.#deps.now();
    return this.#deps.store.settleDelivery(lease, settlement(lease, outcome, op), op);
  }

  /** What this channel put where parties take it and what is not confirmed yet; `settle` says later what became of it. */
  offered(channel: string): Promise<readonly OfferedDelivery[]> {
    return this.#deps.store.offeredDeliveries(channel);
  }

  /** The party refused later what it got under this `referentie`. False when it never got such a thing. */
  refused(party: string, referentie: string, code: string): Promise<boolean> {
    return this.#deps.store.refuseDelivery(party, referentie, code, this.#deps.now());
  }

  /** The way is there again: whatever waits for its next moment is due. */
  retryNow(channel: string): Promise<void> {
    return this.#deps.store.retryNow(channel);
  }

  /** The bytes of those that are small, together; `load` reads the others when their turn comes. */
  smallBodies(leases: readonly DeliveryLease[]): Promise<ReadonlyMap<string, Uint8Array>> {
    const ids = [...new Set(leases.map(({ berichtId }) => berichtId))];
    return this.#deps.store.smallBodies(ids, SMALL);
  }

  /** The bytes of what is to be sent, as they were received or composed. */
  async load(lease: DeliveryLease): Promise<DueDelivery> {
    const bytes = await this.#deps.store.messageBytes(lease.berichtId, systemScope());
    if (bytes === undefined) throw new Error('a delivery has no message');
    return { ...lease, bytes };
  }
}

/** Bytes in the store: a thousand of these at once are no burden. */
const SMALL = 16 * 1024;

type SettledLease = Pick<DeliveryLease, 'aflevering' | 'poging' | 'eerstePogingOp'>;

function settlement({ poging, eerstePogingOp }: SettledLease, outcome: DeliveryOutcome, op: Date): Settlement {
  if (outcome.kind !== 'failed') return outcome;
  const { code: fout } = outcome;
  const volgendeOp = outcome.class === 'permanent' ? null : retryMoment(poging, eerstePogingOp, op);
  return volgendeOp === null
    ? { kind: 'failed', fout, lasting: outcome.class === 'permanent' }
    : { kind: 'again', volgendeOp, fout };
}
