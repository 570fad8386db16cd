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
/** What arrived is written this often at least: a process that is killed sends again what was not (ms). */
const WRITE_MS = 250;

/**
 * Sends what was taken of one party, in order: the next goes when the one before is with the party, and what comes after one
 * that failed, or did not get its turn, is given back. What became of them is written together, now and then.
 */
export async function sendLine(
  outbox: Outbox,
  line: readonly DeliveryLease[],
  { leaseMs, stop, send }: SendingLine,
  bodies: ReadonlyMap<string, Uint8Array>,
): Promise<void> {
  const until = performance.now() + leaseMs * SHARE;
  const writing: Promise<unknown>[] = [];
  let ended: { readonly lease: DeliveryLease; readonly outcome: DeliveryOutcome }[] = [];
  let written = performance.now();
  const write = () => {
    writing.push(...ended.map(({ lease, outcome }) => awaitedLater(outbox.settle(lease, outcome))));
    [ended, written] = [[], performance.now()];
  };
  let tried = 0;
  try {
    for (const lease of line) {
      if (tried > 0 && (stop?.asked === true || performance.now() > until)) break;
      const bytes = bodies.get(lease.berichtId);
      const delivery: DueDelivery = bytes === undefined ? await outbox.load(lease) : { ...lease, bytes };
      const outcome = await passing('delivery', () => send(delivery).catch(broke));
      tried++;
      ended.push({ lease, outcome });
      if (outcome.kind === 'failed') break;
      if (performance.now() - written > WRITE_MS) write();
    }
  } catch (fout) {
    // It could not be read: with what stands behind it, it waits until the lease is over.
    write();
    await Promise.all(writing);
    throw fout;
  }
  write();
  await Promise.all([...writing, outbox.giveBack(line.slice(tried))]);
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
