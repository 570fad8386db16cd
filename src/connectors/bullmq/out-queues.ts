import { Queue } from 'bullmq';
import type { Redis } from 'ioredis';
import type { DeliveryOutcome } from '../../outbox/delivery-outcome.ts';
import type { DueDelivery, Outbox } from '../../outbox/outbox.ts';
import { groepeer } from '../../standard/groepeer.ts';
import { type OutJob, outQueue, PREFIX } from './queues.ts';

type OfferedDelivery = Awaited<ReturnType<Outbox['offered']>>[number];

/** An ended job that nobody waits for was written down before a kill: it holds a message and goes after this time (ms). */
const LEFT_MS = 3_600_000;
/** Of each queue so many of those in a round. */
const LEFT = 500;
/** It stays until the party's end of it is written down, whatever the party's worker would keep. */
const KEEP = { removeOnComplete: false, removeOnFail: false } as const;

/** The queues of what is for parties: a job a message, under its id. */
export class OutQueues {
  readonly #redis: Redis;
  readonly #outbox: Outbox;
  readonly #now: () => Date;
  readonly #queues = new Map<string, Queue<OutJob>>();

  constructor(redis: Redis, outbox: Outbox, now: () => Date) {
    this.#redis = redis;
    this.#outbox = outbox;
    this.#now = now;
  }

  async put({ berichtId: id, partij, type, inAntwoordOp, bytes }: DueDelivery): Promise<DeliveryOutcome> {
    const queue = this.#queue(partij);
    // The gate takes UTF-8 alone.
    const xml = Buffer.from(bytes).toString('utf8');
    // Of one that is there already nothing is changed.
    await queue.add(type, { id, type, inAntwoordOp, xml }, { jobId: id, attempts: 1, ...KEEP });
    const job = await queue.getJob(id);
    if (await job?.isFailed()) await job?.retry('failed');
    // A quick worker may be done with it already: the next look writes that down and takes the job away, as of any other.
    return { kind: 'offered' };
  }

  /** Looks what workers of parties did; gives how many deliveries ended. `all`: also whether what lies there still does. */
  async look(all: boolean): Promise<number> {
    const offered = await this.#outbox.offered('bullmq');
    let ended = 0;
    for (const [party, deliveries] of groepeer(offered, ({ partij }) => partij)) {
      ended += await this.#lookAt(party, new Map(deliveries.map((one) => [one.berichtId, one])), all);
    }
    return ended;
  }

  async close(): Promise<void> {
    await Promise.all([...this.#queues.values()].map((queue) => queue.close()));
  }

  async #lookAt(party: string, waiting: ReadonlyMap<string, OfferedDelivery>, all: boolean): Promise<number> {
    const queue = this.#queue(party);
    const gone = all ? await this.#gone(party, [...waiting.keys()]) : [];
    const [completed, failed] = [
      await this.#ended(party, 'completed', waiting),
      await this.#ended(party, 'failed', waiting),
    ];
    let ended = 0;
    for (const id of completed) {
      const delivery = waiting.get(id);
      if (delivery !== undefined) await this.#outbox.settle(delivery, { kind: 'confirmed' });
      // Only after it is written down: it may go now.
      await queue.remove(id);
      ended++;
    }
    for (const id of await this.#left(party)) {
      if (!waiting.has(id)) ended += await queue.remove(id);
    }
    const over: [string, string][] = [
      ...failed.map((id): [string, string] => [id, 'werker-mislukt']),
      ...gone.map((id): [string, string] => [id, 'taak-weg']),
    ];
    for (const [id, code] of over) {
      const delivery = waiting.get(id);
      if (delivery === undefined) continue;
      await this.#outbox.settle(delivery, { kind: 'failed', class: 'ambiguous', code });
      ended++;
    }
    return ended;
  }

  /** Those of which the broker knows nothing any more: it was emptied, or somebody removed the job. */
  async #gone(party: string, ids: readonly string[]): Promise<readonly string[]> {
    const found = await Promise.all(ids.map((id) => this.#redis.exists(`${PREFIX}:${outQueue(party)}:${id}`)));
    return ids.filter((_, nr) => found[nr] === 0);
  }

  /**
   * Those that wait and ended so. However many jobs lie there that nobody waits for (failed, and tried again later), they hide
   * none: the shorter of the two lists is gone through.
   */
  async #ended(
    party: string,
    state: 'completed' | 'failed',
    waiting: ReadonlyMap<string, OfferedDelivery>,
  ): Promise<readonly string[]> {
    const key = `${PREFIX}:${outQueue(party)}:${state}`;
    if ((await this.#redis.zcard(key)) <= waiting.size) {
      return (await this.#redis.zrange(key, '0', '-1')).filter((id) => waiting.has(id));
    }
    const ids = [...waiting.keys()];
    const ended = await Promise.all(ids.map((id) => this.#redis.zscore(key, id)));
    return ids.filter((_, nr) => ended[nr] !== null);
  }

  /** Jobs that were done long ago and are still here. */
  #left(party: string): Promise<readonly string[]> {
    const before = this.#now().getTime() - LEFT_MS;
    return this.#redis.zrangebyscore(
      `${PREFIX}:${outQueue(party)}:completed`,
      '-inf',
      String(before),
      'LIMIT',
      0,
      LEFT,
    );
  }

  #queue(party: string): Queue<OutJob> {
    const known = this.#queues.get(party);
    if (known !== undefined) return known;
    const queue = new Queue<OutJob>(outQueue(party), { connection: this.#redis, prefix: PREFIX });
    queue.on('error', () => undefined);
    this.#queues.set(party, queue);
    return queue;
  }
}
