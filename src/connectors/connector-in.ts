import type { Via } from '../access/envelope.ts';
import type { Receipt } from '../gateway/receive.ts';

/** Who brought a message, as the way in knows it for certain (a certificate, a broker's user, a folder). */
export interface Sender {
  /** Code of the party. */
  readonly party: string;
  /** Its own id of what it brought, where the way has one. */
  readonly transportId?: string;
}

/**
 * The one door for what comes in. Resolves when the message is committed; rejects when the store is away, and then
 * nothing may be acknowledged. A message that is refused at the door is an outcome, and no error.
 */
export type ConnectorDoor = (bytes: Uint8Array, from: Sender) => Promise<Receipt>;

/** The same for several, whoever brought each: those that are admitted are committed together, in their order, or none. */
export type DoorForMany = (
  brought: readonly { readonly bytes: Uint8Array; readonly from: Sender }[],
) => Promise<readonly Receipt[]>;

/** A way in. It acknowledges to its sender after the door resolved, and never before. */
export interface ConnectorIn {
  readonly name: string;
  /** As it is stored with each message. */
  readonly via: Via;
  /** Takes what comes from now on. `many` is for a way by which much comes at once. */
  start(door: ConnectorDoor, many?: DoorForMany): Promise<void>;
  /** Takes nothing more; resolves when what it was at is acknowledged or given back. */
  stop(): Promise<void>;
}
