import { passing } from '../faults/pass.ts';
import type { Bell } from './bell.ts';
import type { DeliveryOutcome } from './delivery-outcome.ts';
import type { DueDelivery, Outbox } from './outbox.ts';

export interface Sending {
  readonly channel: string;
  /** At most so many parties at once. */
  readonly atOnce: number;
  /** How long one attempt may take before somebody else may take it over (ms). */
  readonly leaseMs: number;
  /** Each delivery gets an id of its own, beside that of the message. */
  readonly wantsReference?: boolean;
  /** Once it is asked to stop, nothing new begins. */
  readonly stop?: { readonly asked: boolean };
  /** One attempt. What it throws is `ambiguous`: it may have gone half way. */
  readonly send: (delivery: DueDelivery) => Promise<DeliveryOutcome>;
}

/** While attempts are under way, how long until it is looked again what else is due, unless the bell says so (ms). */
const LOOK_MS = 500;
/** Attempts that end together are settled before it is looked what is due next: one look for all of them (ms). */
const TOGETHER_MS = 5;

/**
 * Sends what is due on a channel until nothing is and nothing is under way; gives how many attempts were made. One party's
 * line goes in order, and a party that takes long keeps no other waiting.
 */
export async function sendDue(outbox: Outbox, sending: Sending, bell?: Bell): Promise<number> {
  const { channel, atOnce, leaseMs, wantsReference = false } = sending;
  const underWay = new Set<Promise<void>>();
  const failures: unknown[] = [];
  let attempts = 0;
  for (;;) {
    const ends = failures.length > 0 || sending.stop?.asked === true;
    const free = ends ? 0 : atOnce - underWay.size;
    const due = free > 0 ? await outbox.claimDue(channel, free, leaseMs, wantsReference) : [];
    attempts += due.length;
    for (const lease of due) {
      const attempt: Promise<void> = outbox
        .load(lease)
        .then((delivery) => passing('delivery', () => sending.send(delivery).catch(broke)))
        .then(async (outcome) => void (await outbox.settle(lease, outcome)))
        .catch((fout: unknown) => void failures.push(fout))
        .finally(() => underWay.delete(attempt));
      underWay.add(attempt);
    }
    if (underWay.size === 0) {
      if (failures.length > 0) throw failures[0];
      if (due.length === 0) return attempts;
    } else await somethingNew(underWay, due.length < free ? bell : undefined);
  }
}

/** An attempt that ended, the bell, or a while. */
async function somethingNew(underWay: ReadonlySet<Promise<void>>, bell: Bell | undefined): Promise<void> {
  const stop = new AbortController();
  await Promise.race([
    ...underWay,
    pause(LOOK_MS, stop.signal),
    ...(bell === undefined ? [] : [bell.rung(stop.signal)]),
  ]);
  stop.abort();
  await pause(TOGETHER_MS);
}

function pause(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal?.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

/** Its name only: the text of an error may hold what was sent. */
function broke(fout: unknown): DeliveryOutcome {
  return { kind: 'failed', class: 'ambiguous', code: fout instanceof Error ? fout.name : 'onbekend' };
}
