import * as six from 'bullmq';
import * as five from 'bullmq5';
import type { OutJob } from '../../../src/connectors/bullmq/queues.ts';
import type { BrokerServer } from '../../servers/broker-redis.ts';

export type Version = 5 | 6;
export const VERSIONS: readonly Version[] = [5, 6];

/** What both versions have of what a party's program uses; their types differ where nobody here looks. */
const LIBRARIES = { 5: five as unknown as typeof six, 6: six };

/** A party's program with its own user of the broker, on one of the versions of BullMQ. */
export class BrokerParty {
  readonly #lib: typeof six;
  readonly #connection: ReturnType<BrokerServer['connection']>;
  readonly #party: string;
  readonly #open: { close(): Promise<unknown> }[] = [];
  /** What BullMQ itself said was wrong. */
  readonly errors: string[] = [];

  constructor(version: Version, broker: BrokerServer, party: string, user = party) {
    this.#lib = LIBRARIES[version];
    this.#connection = broker.connection(user);
    this.#party = party;
  }

  queue(name = `ijw-in-${this.#party}`): six.Queue {
    return this.#keep(new this.#lib.Queue(name, { connection: this.#connection }));
  }

  events(name = `ijw-in-${this.#party}`): six.QueueEvents {
    return this.#keep(new this.#lib.QueueEvents(name, { connection: this.#connection }));
  }

  worker(work: (job: six.Job<OutJob>) => Promise<unknown>, options: Partial<six.WorkerOptions> = {}): six.Worker {
    const { Worker } = this.#lib;
    return this.#keep(new Worker(`ijw-uit-${this.#party}`, work, { connection: this.#connection, ...options }));
  }

  async close(): Promise<void> {
    await Promise.all(this.#open.splice(0).map((one) => one.close()));
  }

  #keep<T extends { close(): Promise<unknown>; on(event: 'error', listener: (fout: Error) => void): unknown }>(
    one: T,
  ): T {
    this.#open.push(one);
    one.on('error', (fout) => this.errors.push(fout.message));
    return one;
  }
}
