import type { Receipt } from '../gateway/gateway.ts';

/** Who brought a message, as the way in knows it for certain (a certificate, a broker's user, a folder). */
export interface Sender {
  /** Code of the party. */
  readonly party: string;
}

/**
 * The one door for what comes in. Resolves when the message is committed; rejects when the store is away, and then
 * nothing may be acknowledged. A message that is refused at the door is an outcome, and no error.
 */
export type Door = (bytes: Uint8Array, from: Sender) => Promise<Receipt>;

/** A way in. It acknowledges to its sender after the door resolved, and never before. */
export interface ConnectorIn {
  readonly name: string;
  /** Takes what comes from now on. */
  start(door: Door): Promise<void>;
  /** Takes nothing more; resolves when what it was at is acknowledged or given back. */
  stop(): Promise<void>;
}
