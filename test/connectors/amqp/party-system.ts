import amqp, { type ChannelModel, type ConfirmChannel, type ConsumeMessage, type Options } from 'amqplib';

/** A system of a party at its own side of the broker, with a connection of its own. */
export class PartySystem {
  readonly #connection: ChannelModel;
  readonly #channel: ConfirmChannel;
  readonly #user: string;
  #closing = false;

  private constructor(connection: ChannelModel, channel: ConfirmChannel, user: string) {
    this.#connection = connection;
    this.#channel = channel;
    this.#user = user;
    for (const emitter of [connection, channel]) emitter.on('error', () => undefined);
  }

  static async connect(url: string): Promise<PartySystem> {
    const connection = await amqp.connect(url, { noDelay: true });
    const user = decodeURIComponent(new URL(url).username);
    return new PartySystem(connection, await connection.createConfirmChannel(), user);
  }

  get channel(): ConfirmChannel {
    return this.#channel;
  }

  /** Puts a message in, as this user unless told; rejects when the broker does not take it. */
  put(bytes: Uint8Array, messageId?: string, more: Options.Publish = {}, key = 'in.bericht'): Promise<void> {
    const options = {
      ...{ userId: this.#user, persistent: true, contentType: 'application/xml', mandatory: true },
      ...(messageId === undefined ? {} : { messageId }),
      ...more,
    };
    return new Promise((resolve, reject) => {
      const told = (fout: unknown) => (fout == null ? resolve() : reject(fout));
      this.#channel.publish('ijw', key, Buffer.from(bytes), options, told);
    });
  }

  /** Everything that comes to a queue from now on, acknowledged as soon as it is here. */
  async listen(queue: string, take: (message: ConsumeMessage) => void): Promise<void> {
    await this.#channel.consume(queue, (message) => {
      if (message === null) return;
      take(message);
      this.#channel.ack(message);
    });
  }

  /** Calls once when the connection or the channel is no more, unless it was closed here. */
  lost(told: () => void): void {
    let open = true;
    const once = () => {
      if (open && !this.#closing) told();
      open = false;
      void this.close();
    };
    for (const emitter of [this.#connection, this.#channel]) emitter.on('close', once);
  }

  /** How many lie in a queue that nobody has taken. */
  async depth(queue: string): Promise<number> {
    return (await this.#channel.checkQueue(queue)).messageCount;
  }

  async close(): Promise<void> {
    this.#closing = true;
    await this.#connection.close().catch(() => undefined);
  }
}
