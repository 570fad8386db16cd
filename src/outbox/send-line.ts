import { passing } from '../faults/pass.ts';
import type { DeliveryLease } from '../store/deliveries/outbox-contract.ts';
import type { DeliveryOutcome } from './delivery-outcome.ts';
import type { DueDelivery, Outbox } from './outbox.ts';

export interface SendingLine {
  /** How long one attempt may take before somebody else may take it over (ms). */
  readonly leaseMs: number;
  /** Once it is asked to stop, nothing new begins. */
  readonly stop?: { readonly asked: boolean };
  /** One attempt. What it throws is `ambiguous`: it may have gone half way. */
  readonly send: (delivery: DueDelivery) => Promise<DeliveryOutcome>;
}

/** Of its lease a line uses this part before it leaves the rest to another look: one attempt may take as long again. */
const SHARE = 0.25;

/**
 * Sends what was taken of one party, in order: the next goes when the one before is with the party, and what comes after one
 * that failed, or did not get its turn, is given back. What became of them is written together, at the end.
 */
export async function sendLine(
  outbox: Outbox,
  line: readonly DeliveryLease[],
  { leaseMs, stop, send }: SendingLine,
  bodies: ReadonlyMap<string, Uint8Array>,
): Promise<void> {
  const until = performance.now() + leaseMs * SHARE;
  const attempts: { readonly lease: DeliveryLease; readonly outcome: DeliveryOutcome }[] = [];
  const written = () => Promise.all(attempts.map(({ lease, outcome }) => outbox.settle(lease, outcome)));
  try {
    for (const lease of line) {
      if (attempts.length > 0 && (stop?.asked === true || performance.now() > until)) break;
      const bytes = bodies.get(lease.berichtId);
      const delivery: DueDelivery = bytes === undefined ? await outbox.load(lease) : { ...lease, bytes };
      const outcome = await passing('delivery', () => send(delivery).catch(broke));
      attempts.push({ lease, outcome });
      if (outcome.kind === 'failed') break;
    }
  } catch (fout) {
    // It could not be read: with what stands behind it, it waits until the lease is over.
    await written();
    throw fout;
  }
  await Promise.all([written(), outbox.giveBack(line.slice(attempts.length))]);
}

/** Its name only: the text of an error may hold what was sent. */
function broke(fout: unknown): DeliveryOutcome {
  return { kind: 'failed', class: 'ambiguous', code: fout instanceof Error ? fout.name : 'onbekend' };
}
