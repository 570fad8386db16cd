import type { ConsumeMessage } from 'amqplib';
import type { Receipt } from '../../gateway/receive.ts';
import type { ConnectorDoor, DoorForMany, Sender } from '../connector-in.ts';
import type { AmqpParties } from './parties.ts';
import { type DoorRefusal, NO_USER, refusalOf, STUCK, TOO_LARGE, UNKNOWN_USER } from './refusal.ts';

/** A message is at most 25 MiB (OP179; docs/decisions/xml-gate.md). */
const LARGEST = 25 * 1024 * 1024;
/**
 * Given back to the queue so often it is to blame for it. RabbitMQ 4 throws away what came back twenty times; before that
 * it is refused, and kept.
 */
const TOO_OFTEN = 15;

export type Taken =
  | { readonly kind: 'stored'; readonly id: string }
  | { readonly kind: 'refused'; readonly refusal: DoorRefusal };

/** Who sent a message, or why it is refused before anybody looks at what it says. Rejects when the store is away. */
export async function senderOf(
  message: ConsumeMessage,
  parties: AmqpParties,
): Promise<Sender | Extract<Taken, { kind: 'refused' }>> {
  const { content, properties } = message;
  // Who sent it is told by the broker alone, which checked this against the connection.
  const user = textOrNone(properties.userId);
  if (user === undefined) return refused(NO_USER);
  const party = await parties.ofUser(user);
  if (party === undefined) return refused(UNKNOWN_USER);
  if (content.length > LARGEST) return refused(TOO_LARGE);
  if (timesGivenBack(message) >= TOO_OFTEN) return refused(STUCK);
  const transportId = textOrNone(properties.messageId);
  return { party, ...(transportId === undefined ? {} : { transportId }) };
}

/** Puts one message of the broker before the door. Rejects when the store is away: then it is tried again. */
export async function take(message: ConsumeMessage, door: ConnectorDoor, parties: AmqpParties): Promise<Taken> {
  const sender = await senderOf(message, parties);
  return 'kind' in sender ? sender : takenAs(await door(message.content, sender));
}

/** The same of several: those that are stored are stored together, in their order, or none of them. */
export async function takeTogether(
  messages: readonly ConsumeMessage[],
  door: DoorForMany,
  parties: AmqpParties,
): Promise<Taken[]> {
  const senders = await Promise.all(messages.map((message) => senderOf(message, parties)));
  const brought = senders.flatMap((from, i) => {
    const bytes = messages[i]?.content;
    return 'kind' in from || bytes === undefined ? [] : [{ bytes, from }];
  });
  const receipts = (brought.length === 0 ? [] : await door(brought)).values();
  return senders.map((sender) => {
    if ('kind' in sender) return sender;
    const { value: receipt } = receipts.next();
    if (receipt === undefined) throw new Error('the door forgot a message');
    return takenAs(receipt);
  });
}

function takenAs(receipt: Receipt): Taken {
  return 'id' in receipt ? { kind: 'stored', id: receipt.id } : refused(refusalOf(receipt));
}

function timesGivenBack({ properties }: ConsumeMessage): number {
  const count: unknown = properties.headers?.['x-delivery-count'];
  return typeof count === 'number' ? count : 0;
}

function refused(refusal: DoorRefusal): Extract<Taken, { kind: 'refused' }> {
  return { kind: 'refused', refusal };
}

export function textOrNone(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
