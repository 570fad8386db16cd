import type { Channel, ConsumeMessage } from 'amqplib';
import { pass } from '../../faults/pass.ts';
import type { Taken } from './arrival.ts';

/** After a message was acknowledged. */
export type Acknowledged = (message: ConsumeMessage, taken: Taken) => void;

interface Done {
  readonly message: ConsumeMessage;
  readonly taken: Taken;
  readonly tag: number;
}

/**
 * Acknowledges what is stored on one channel, what was stored together by one word: for the broker each word is an entry in
 * the log of its queue.
 */
export class Acknowledger {
  readonly #channel: Pick<Channel, 'ack'>;
  readonly #told: Acknowledged;
  /** What came and is not done, in the order in which it came, which is that of its tags. */
  readonly #open = new Set<number>();
  #done: Done[] = [];

  constructor(channel: Pick<Channel, 'ack'>, told: Acknowledged = () => undefined) {
    this.#channel = channel;
    this.#told = told;
  }

  came({ fields }: ConsumeMessage): void {
    this.#open.add(fields.deliveryTag);
  }

  /** Said to the broker at the end of this tick. */
  done(message: ConsumeMessage, taken: Taken): void {
    const tag = message.fields.deliveryTag;
    this.#open.delete(tag);
    if (this.#done.length === 0) setImmediate(() => this.flush());
    this.#done.push({ message, taken, tag });
  }

  /** Never throws: on a channel that is no more nothing can be said, and the broker gives all of it again. */
  flush(): void {
    const done = this.#done.toSorted((a, b) => a.tag - b.tag);
    this.#done = [];
    const [first = Number.POSITIVE_INFINITY] = this.#open;
    const last = done.findLast(({ tag }) => tag < first);
    if (done.length === 0) return;
    pass('amqp.ack.before');
    try {
      if (last !== undefined) this.#channel.ack(last.message, true);
      for (const { message, tag } of done) if (tag > first) this.#channel.ack(message);
    } catch {
      return;
    }
    pass('amqp.ack.after');
    for (const { message, taken } of done) this.#told(message, taken);
  }
}
