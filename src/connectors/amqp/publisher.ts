import type { ChannelModel, ConfirmChannel } from 'amqplib';
import { passing } from '../../faults/pass.ts';
import type { Broken } from './broker-link.ts';
import { ConfirmLane, type PublishOutcome } from './confirm-lane.ts';
import type { Letter } from './letter.ts';

/** Larger ones go on a channel of their own: one that the broker refuses takes all that is open on its channel with it. */
const LARGE = 1024 * 1024;

/** Publishes with confirmation, on the connection that there is at the moment. */
export class Publisher {
  #connection: ChannelModel | undefined;
  #small: ConfirmLane | undefined;
  #large: Promise<ConfirmLane> | undefined;

  async open(connection: ChannelModel, broken: Broken): Promise<void> {
    const channel = await connection.createConfirmChannel();
    channel.on('close', () => broken(new Error('the channel out was closed')));
    this.#small = new ConfirmLane(channel);
    this.#large = undefined;
    this.#connection = connection;
  }

  /** The connection is gone. */
  lose(): void {
    this.#connection = this.#small = this.#large = undefined;
  }

  async publish(letter: Letter): Promise<PublishOutcome> {
    const small = this.#small;
    if (small === undefined) return 'closed';
    if (letter.content.length <= LARGE) return passing('amqp.publish', () => small.publish(letter));
    const large = await this.#largeLane().catch(() => undefined);
    return large === undefined ? 'closed' : large.publish(letter);
  }

  /** Opened when there is something for it, and again after the broker closed it. */
  #largeLane(): Promise<ConfirmLane> {
    const connection = this.#connection;
    if (connection === undefined) return Promise.reject(new Error('there is no connection'));
    this.#large ??= connection.createConfirmChannel().then((channel: ConfirmChannel) => {
      channel.on('close', () => {
        this.#large = undefined;
      });
      return new ConfirmLane(channel);
    });
    return this.#large;
  }
}
