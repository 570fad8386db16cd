import { setTimeout as sleep } from 'node:timers/promises';
import type { ChannelModel } from 'amqplib';
import type { Logger } from '../../log/logger.ts';
import { type BrokerFault, connectFault } from './broker-fault.ts';
import { closeConnection, openConnection } from './open-connection.ts';
import { growingWait, type Waits } from './waits.ts';

/** After a connection that lasted so long the next wait is the first again (ms). */
const GOOD_MS = 10_000;

/** What breaks on a connection tells it here; the first that does counts. */
export type Broken = (why: unknown) => void;

export interface BrokerLinkOptions {
  /** For the log: `in` or `uit`. */
  readonly name: string;
  readonly url: string;
  readonly logger: Logger;
  /** Makes all that lives on a connection. */
  readonly setUp: (connection: ChannelModel, broken: Broken) => Promise<void>;
  /** Before it closes because it is stopped: ends what is under way. */
  readonly windDown?: () => Promise<void>;
  readonly waits: Waits;
  /** The fault there is now; null: none. */
  readonly told: (fault: BrokerFault | null) => void;
}

/**
 * The owner of one connection with the broker and of all that lives on it. Whatever breaks, connection, channel or
 * consumer, all of it is made anew on a new connection, after waits that grow. The library's own recovery restores a
 * connection, and neither its channels nor its consumers.
 */
export class BrokerLink {
  readonly #options: BrokerLinkOptions;
  #stop: AbortController | undefined;
  #running: Promise<void> | undefined;

  constructor(options: BrokerLinkOptions) {
    this.#options = options;
  }

  /** Resolves after the first attempt, whatever became of it. */
  async start(): Promise<void> {
    if (this.#running !== undefined) return;
    const stop = new AbortController();
    this.#stop = stop;
    await new Promise<void>((tried) => {
      this.#running = this.#run(stop.signal, tried);
    });
  }

  async stop(): Promise<void> {
    this.#stop?.abort();
    await this.#running;
    this.#running = undefined;
  }

  async #run(stop: AbortSignal, tried: () => void): Promise<void> {
    const { name, logger, told, waits } = this.#options;
    for (let attempt = 0; !stop.aborted; attempt++) {
      const begun = performance.now();
      const why = await this.#once(stop, tried);
      tried();
      if (stop.aborted) return;
      const fault = connectFault(why);
      told(fault);
      if (performance.now() - begun > GOOD_MS) attempt = 0;
      const wait = growingWait(waits, attempt);
      logger.warn('the connection with the broker is not there', {
        weg: name,
        code: fault.code,
        melding: fault.message,
        wacht: wait,
      });
      await sleep(wait, undefined, { signal: stop }).catch(() => undefined);
    }
  }

  /** A whole life of a connection; resolves with why it ended. */
  async #once(stop: AbortSignal, tried: () => void): Promise<unknown> {
    const { name, url, logger, setUp, told, windDown } = this.#options;
    let broken: Broken = () => undefined;
    const end = new Promise<unknown>((resolve) => {
      broken = resolve;
    });
    const asked = () => broken(null);
    stop.addEventListener('abort', asked, { once: true });
    let connection: ChannelModel | undefined;
    try {
      connection = await openConnection(url, `ijw-gateway ${name}`, broken);
      await setUp(connection, broken);
      told(null);
      logger.info('the connection with the broker is there', { weg: name });
      tried();
      const why = await end;
      if (stop.aborted) await windDown?.();
      return why;
    } catch (fout) {
      return fout;
    } finally {
      stop.removeEventListener('abort', asked);
      if (connection !== undefined) await closeConnection(connection);
    }
  }
}
