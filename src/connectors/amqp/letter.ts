import type { Options } from 'amqplib';

/** What is published. */
export interface Letter {
  /** Empty: straight to the queue that `key` names. */
  readonly exchange: string;
  readonly key: string;
  readonly content: Buffer;
  readonly properties: Options.Publish & { readonly messageId: string };
}

/**
 * A text as AMQP takes it for an id: at most 255 bytes. Undefined for a longer one: bytes of a sender that are no UTF-8
 * grow when they are read as text.
 */
export function shortText(text: unknown): string | undefined {
  return typeof text === 'string' && text !== '' && Buffer.byteLength(text) <= 255 ? text : undefined;
}
