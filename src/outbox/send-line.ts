import type { DeliveryLease } from '../store/deliveries/outbox-contract.ts';
import type { DeliveryOutcome } from './delivery-outcome.ts';
import type { DueDelivery, Outbox } from './outbox.ts';
import type { Sending } from './send-due.ts';

/** Of its lease a line uses this part before it leaves the rest to another look: one attempt may take as long again. */
const SHARE = 0.25;

/**
 * Sends what was taken of one party, in order: the next goes when the one before is with the party, and what comes after one
 * that failed is given back. That they arrived is written for several at once, and all of it when this resolves.
 */
export async function sendLine(
  outbox: Outbox,
  line: readonly DeliveryLease[],
  { leaseMs, stop, send }: Sending,
  bodies: ReadonlyMap<string, Uint8Array>,
): Promise<void> {
  const until = performance.now() + leaseMs * SHARE;
  const writing: Promise<unknown>[] = [];
  let tried = 0;
  try {
    for (const lease of line) {
      if (tried > 0 && (stop?.asked === true || performance.now() > until)) break;
      const bytes = bodies.get(lease.berichtId);
      const delivery: DueDelivery = bytes === undefined ? await outbox.load(lease) : { ...lease, bytes };
      const outcome = await send(delivery).catch(broke);
      tried++;
      writing.push(awaitedLater(outbox.settle(lease, outcome)));
      if (outcome.kind === 'failed') break;
    }
    writing.push(awaitedLater(outbox.giveBack(line.slice(tried))));
  } finally {
    await Promise.allSettled(writing);
  }
  await Promise.all(writing);
}

/** It may fail while the next is being sent. */
function awaitedLater<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined);
  return promise;
}

/** Its name only: the text of an error may hold what was sent. */
function broke(fout: unknown): DeliveryOutcome {
  return { kind: 'failed', class: 'ambiguous', code: fout instanceof Error ? fout.name : 'onbekend' };
}
