/** BullMQ's own default, so that a party's program needs to know nothing but the names of its queues. */
export const PREFIX = 'bull';

/** What this party puts in; the name is its authority, as only its user may write there. */
export function inQueue(party: string): string {
  return `ijw-in-${party}`;
}

/** What is for this party. */
export function outQueue(party: string): string {
  return `ijw-uit-${party}`;
}

/** The job that the gateway puts in a party's queue; its id is that of the message. */
export interface OutJob {
  readonly id: string;
  readonly type: string;
  readonly inAntwoordOp: string | null;
  readonly xml: string;
}

/** What a party's job becomes when its message is stored. */
export interface InResult {
  readonly id: string;
  readonly status: string;
}
