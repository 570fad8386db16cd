import type { DeliveryOutcome } from './delivery-outcome.ts';
import type { DueDelivery, Outbox } from './outbox.ts';

export interface Sending {
  readonly channel: string;
  /** At most so many parties at once. */
  readonly atOnce: number;
  /** How long one attempt may take before somebody else may take it over (ms). */
  readonly leaseMs: number;
  /** One attempt. What it throws is `ambiguous`: it may have gone half way. */
  readonly send: (delivery: DueDelivery) => Promise<DeliveryOutcome>;
}

/** Sends what is due on a channel until nothing is; gives how many attempts were made. One party's line goes in order. */
export async function sendDue(outbox: Outbox, { channel, atOnce, leaseMs, send }: Sending): Promise<number> {
  let attempts = 0;
  for (;;) {
    const due = await outbox.claimDue(channel, atOnce, leaseMs);
    if (due.length === 0) return attempts;
    attempts += due.length;
    await Promise.all(
      due.map(async (lease) => {
        const delivery = await outbox.load(lease);
        await outbox.settle(lease, await send(delivery).catch(broke));
      }),
    );
  }
}

/** Its name only: the text of an error may hold what was sent. */
function broke(fout: unknown): DeliveryOutcome {
  return { kind: 'failed', class: 'ambiguous', code: fout instanceof Error ? fout.name : 'onbekend' };
}
