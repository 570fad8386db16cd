import { setTimeout as sleep } from 'node:timers/promises';
import type { Channel, ChannelModel, ConsumeMessage } from 'amqplib';
import { pass } from '../../faults/pass.ts';
import { foutVelden } from '../../log/fout.ts';
import type { Logger } from '../../log/logger.ts';
import type { ConnectorDoor } from '../connector-in.ts';
import { type Taken, take, textOrNone } from './arrival.ts';
import type { Broken } from './broker-link.ts';
import { QUEUE_IN } from './names.ts';
import type { AmqpParties } from './parties.ts';
import { type Arrival, type DoorRefusal, STUCK } from './refusal.ts';
import { SenderLines } from './sender-lines.ts';
import { takeTurn } from './turn.ts';
import { growingWait, type Waits } from './waits.ts';

/** So many messages are under way at once; each may be 25 MiB. */
const PREFETCH = 64;
/** After so many connections in a row that ended before anything was acknowledged: one at a time. */
const SUSPICIOUS = 2;
/** How often is looked whether another process gave up its turn (ms). */
const TURN_MS = 1_000;
/** Fails so often while others are stored: it is to blame for it. */
const TOO_OFTEN = 5;

export interface ConsumerDeps {
  readonly parties: AmqpParties;
  readonly logger: Logger;
  /** Resolves when the refusal is somewhere for good; rejects when it could not be told. */
  readonly refuse: (arrival: Arrival, refusal: DoorRefusal) => Promise<void>;
  /** Between attempts at one message. */
  readonly waits: Waits;
  /** After a message was acknowledged. */
  readonly acknowledged?: (message: ConsumeMessage, taken: Taken) => void;
}

/** Takes messages from the queue in, and acknowledges each when it is stored, or when its refusal is. */
export class Consumer {
  readonly #deps: ConsumerDeps;
  /** They outlive a connection: what comes again on the next one waits for what is under way. */
  readonly #lines = new SenderLines();
  #listening: { readonly channel: Channel; readonly tag: string; readonly stop: AbortController } | undefined;
  #barren = 0;
  #stored = 0;

  constructor(deps: ConsumerDeps) {
    this.#deps = deps;
  }

  /** On a new connection; when another process has the turn, as soon as it is ours. */
  async open(connection: ChannelModel, door: ConnectorDoor, broken: Broken): Promise<void> {
    const stop = new AbortController();
    const ended: Broken = (why) => {
      stop.abort();
      broken(why);
    };
    connection.once('close', () => stop.abort());
    if (await takeTurn(connection)) return this.#listen(connection, door, ended, stop);
    this.#deps.logger.info('another process takes messages from the broker; this one waits for its turn');
    void this.#await(connection, door, ended, stop);
  }

  async #await(connection: ChannelModel, door: ConnectorDoor, broken: Broken, stop: AbortController): Promise<void> {
    try {
      do {
        await sleep(TURN_MS, undefined, { signal: stop.signal });
      } while (!(await takeTurn(connection)));
      await this.#listen(connection, door, broken, stop);
    } catch (fout) {
      if (!stop.signal.aborted) broken(fout);
    }
  }

  async #listen(connection: ChannelModel, door: ConnectorDoor, broken: Broken, stop: AbortController): Promise<void> {
    const channel = await connection.createChannel();
    for (const event of ['error', 'handler-error'] as const) channel.on(event, broken);
    channel.on('close', () => broken(new Error('the channel in was closed')));
    // A message that breaks the connection itself is found by taking one at a time; others are not blamed with it.
    const suspicious = this.#barren++ >= SUSPICIOUS;
    await channel.prefetch(suspicious ? 1 : PREFETCH);
    const { consumerTag: tag } = await channel.consume(QUEUE_IN, (message) => {
      // The queue was deleted under us.
      if (message === null) return broken(new Error('the consumer was cancelled'));
      const user = textOrNone(message.properties.userId) ?? '';
      this.#lines.add(user, () => this.#settle(message, channel, door, stop.signal));
    });
    this.#listening = { channel, tag, stop };
  }

  /** Takes nothing more; resolves when what is being stored is acknowledged. What did not begin goes back to the queue. */
  async windDown(): Promise<void> {
    const listening = this.#listening;
    this.#listening = undefined;
    if (listening === undefined) return;
    listening.stop.abort();
    await listening.channel.cancel(listening.tag).catch(() => undefined);
    await this.#lines.done();
  }

  /** One message until it is acknowledged, or its channel is no more: then the broker gives it again. Never rejects. */
  async #settle(message: ConsumeMessage, channel: Channel, door: ConnectorDoor, stop: AbortSignal): Promise<void> {
    const { parties, logger, refuse, acknowledged, waits } = this.#deps;
    const before = this.#stored;
    let taken: Taken | undefined;
    for (let failed = 0; !stop.aborted; failed++) {
      try {
        // While nothing else is stored either, it is the store that is to blame.
        const blamed = failed >= TOO_OFTEN && this.#stored > before;
        taken ??= blamed ? { kind: 'refused', refusal: STUCK } : await take(message, door, parties);
        if (taken.kind === 'stored') this.#stored++;
        else await refuse(arrivalOf(message), taken.refusal);
        pass('amqp.ack.before');
        channel.ack(message);
        pass('amqp.ack.after');
        this.#barren = 0;
        acknowledged?.(message, taken);
        return;
      } catch (fout) {
        if (stop.aborted) return;
        logger.warn('a message of the broker is tried again later', foutVelden(fout));
        await sleep(growingWait(waits, failed), undefined, { signal: stop }).catch(() => undefined);
      }
    }
  }
}

function arrivalOf({ content, properties }: ConsumeMessage): Arrival {
  return {
    user: textOrNone(properties.userId),
    messageId: textOrNone(properties.messageId),
    contentType: textOrNone(properties.contentType),
    content,
  };
}
