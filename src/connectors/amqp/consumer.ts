import { setTimeout as sleep } from 'node:timers/promises';
import type { Channel, ChannelModel } from 'amqplib';
import { type Acknowledged, Acknowledger } from './acknowledger.ts';
import type { Broken } from './broker-link.ts';
import { QUEUE_IN } from './names.ts';
import { type Doors, Settling, type SettlingDeps } from './settling.ts';
import { takeTurn } from './turn.ts';

/** So many messages are under way at once; each may be 25 MiB. */
const PREFETCH = 64;
/** After so many connections in a row that ended before anything was acknowledged: one at a time. */
const SUSPICIOUS = 2;
/** How often is looked whether another process gave up its turn (ms). */
const TURN_MS = 1_000;

export interface ConsumerDeps extends SettlingDeps {
  readonly acknowledged?: Acknowledged;
}

interface Listening {
  readonly channel: Channel;
  readonly acks: Acknowledger;
  readonly tag: string;
  readonly stop: AbortController;
}

/** Takes messages from the queue in, and acknowledges each when it is stored, or when its refusal is. */
export class Consumer {
  readonly #deps: ConsumerDeps;
  /** It outlives a connection: what comes again on the next one waits for what is under way. */
  readonly #settling: Settling;
  #listening: Listening | undefined;
  #barren = 0;

  constructor(deps: ConsumerDeps) {
    this.#deps = deps;
    this.#settling = new Settling(deps);
  }

  /** On a new connection; when another process has the turn, as soon as it is ours. */
  async open(connection: ChannelModel, doors: Doors, broken: Broken): Promise<void> {
    const stop = new AbortController();
    const ended: Broken = (why) => {
      stop.abort();
      broken(why);
    };
    connection.once('close', () => stop.abort());
    if (await takeTurn(connection)) return this.#listen(connection, doors, ended, stop);
    this.#deps.logger.info('another process takes messages from the broker; this one waits for its turn');
    void this.#await(connection, doors, ended, stop);
  }

  async #await(connection: ChannelModel, doors: Doors, broken: Broken, stop: AbortController): Promise<void> {
    try {
      do {
        await sleep(TURN_MS, undefined, { signal: stop.signal });
      } while (!(await takeTurn(connection)));
      await this.#listen(connection, doors, broken, stop);
    } catch (fout) {
      if (!stop.signal.aborted) broken(fout);
    }
  }

  async #listen(connection: ChannelModel, doors: Doors, broken: Broken, stop: AbortController): Promise<void> {
    const channel = await connection.createChannel();
    for (const event of ['error', 'handler-error'] as const) channel.on(event, broken);
    channel.on('close', () => broken(new Error('the channel in was closed')));
    // A message that breaks the connection itself is found by taking one at a time; others are not blamed with it.
    const suspicious = this.#barren++ >= SUSPICIOUS;
    await channel.prefetch(suspicious ? 1 : PREFETCH);
    const acks = new Acknowledger(channel, (message, taken) => {
      this.#barren = 0;
      this.#deps.acknowledged?.(message, taken);
    });
    const { consumerTag: tag } = await channel.consume(QUEUE_IN, (message) => {
      // The queue was deleted under us.
      if (message === null) return broken(new Error('the consumer was cancelled'));
      acks.came(message);
      this.#settling.add(message, { acks, doors, stop: stop.signal });
    });
    this.#listening = { channel, acks, tag, stop };
  }

  /** Takes nothing more; resolves when what is being stored is acknowledged. What did not begin goes back to the queue. */
  async windDown(): Promise<void> {
    const listening = this.#listening;
    this.#listening = undefined;
    if (listening === undefined) return;
    listening.stop.abort();
    await listening.channel.cancel(listening.tag).catch(() => undefined);
    await this.#settling.done();
    listening.acks.flush();
  }
}
