import type { ConfirmChannel } from 'amqplib';
import type { Letter } from './letter.ts';

/**
 * confirmed: the broker has it, in a queue. unroutable: no queue is bound for it. full: the broker refused it. too-large:
 * above the broker's max_message_size. lost: nobody knows whether it arrived. closed: it was not sent.
 */
export type PublishOutcome = 'confirmed' | 'unroutable' | 'full' | 'too-large' | 'lost' | 'closed';

/** A broker that is blocked (memory, disk) confirms nothing (ms). */
const CONFIRM_MS = 30_000;

/** A confirm channel, and which of its letters came back. */
export class ConfirmLane {
  readonly #channel: ConfirmChannel;
  readonly #returned = new Set<string>();
  #tooLarge = false;

  constructor(channel: ConfirmChannel) {
    this.#channel = channel;
    channel.on('return', ({ fields, properties }) => {
      this.#returned.add(letterId(fields.exchange, fields.routingKey, properties.messageId));
    });
    channel.on('error', (fout) => {
      this.#tooLarge = /message size \d+/.test(fout.message);
    });
  }

  /**
   * Only the answer to this very letter counts: `waitForConfirms` may resolve although one was refused. A letter for which
   * there is no queue comes back first and is confirmed then.
   */
  publish({ exchange, key, content, properties }: Letter): Promise<PublishOutcome> {
    const id = letterId(exchange, key, properties.messageId);
    this.#returned.delete(id);
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => resolve('lost'), CONFIRM_MS);
      const options = { ...properties, mandatory: true, persistent: true };
      try {
        this.#channel.publish(exchange, key, content, options, (fout: unknown) => {
          clearTimeout(late);
          resolve(this.#answer(fout, id));
        });
      } catch (fout) {
        clearTimeout(late);
        // A channel that was closed before wrote nothing; anything else is a letter that cannot be written.
        if (fout instanceof Error && fout.name === 'IllegalOperationError') resolve('closed');
        else reject(fout);
      }
    });
  }

  #answer(fout: unknown, id: string): PublishOutcome {
    const returned = this.#returned.delete(id);
    if (fout == null) return returned ? 'unroutable' : 'confirmed';
    if (this.#tooLarge) return 'too-large';
    return fout instanceof Error && fout.message === 'message nacked' ? 'full' : 'lost';
  }
}

function letterId(exchange: string, key: string, messageId: unknown): string {
  return `${exchange} ${key} ${messageId}`;
}
