import { BrokerParty } from '../../connectors/bullmq/party.ts';
import type { BrokerServer } from '../../servers/broker-redis.ts';
import { Mailbox } from '../mailbox.ts';
import type { Party } from '../party.ts';
import { patiently } from '../patiently.ts';

/** Jobs in and jobs out, on the Redis of the parties. */
export class BullParty extends Mailbox implements Party {
  readonly code: string;
  readonly settings = { kanaal: 'bullmq' };
  readonly #program: BrokerParty;
  #closed = false;

  constructor(code: string, broker: BrokerServer) {
    super();
    this.code = code;
    this.#program = new BrokerParty(6, broker, code);
  }

  async open(): Promise<void> {
    this.#program.worker(async ({ data: { id, type, xml } }) => this.take({ id, type, xml }));
  }

  async send(bytes: Uint8Array, name: string): Promise<void> {
    const queue = this.#program.queue();
    const job = await queue.add('bericht', { xml: Buffer.from(bytes).toString() }, { jobId: `n-${name}` });
    await patiently(
      async () => ((await job.isCompleted()) || (await job.isFailed()) ? true : undefined),
      () => this.#closed,
    );
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#program.close();
  }
}
