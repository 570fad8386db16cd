import { type Job, Queue, UnrecoverableError, Worker } from 'bullmq';
import type { Redis } from 'ioredis';
import { pass } from '../../faults/pass.ts';
import { foutVelden } from '../../log/fout.ts';
import type { Logger } from '../../log/logger.ts';
import type { ConnectorDoor } from '../connector-in.ts';
import { inQueue, PREFIX } from './queues.ts';
import { takeJob } from './take-job.ts';

/** BullMQ's lock on a job, and how often it looks for jobs of a process that was killed (ms): the party waits that long. */
const LOCK_MS = 10_000;
const STALLED_MS = 2_000;
/** How long a party's queue stands still when the store is away (ms). */
const AWAY_MS = 1_000;
/** A job holds a message: what is done is kept so long and so many, unless its sender said otherwise (s). */
const DONE = { age: 24 * 3_600, count: 1_000 };
const REFUSED = { age: 7 * 24 * 3_600, count: 1_000 };

export interface InWorkersOptions {
  readonly redis: Redis;
  readonly door: ConnectorDoor;
  readonly logger: Logger;
  /** In place of LOCK_MS, for tests. */
  readonly lockMs?: number;
}

/**
 * A worker for the queue of each party. One job of a party at a time in all processes together (BullMQ's global
 * concurrency): the order of a party is kept also when a process was killed at one, whose job is the next to be taken.
 */
export class InWorkers {
  readonly #options: InWorkersOptions;
  readonly #workers = new Map<string, Promise<Worker>>();

  constructor(options: InWorkersOptions) {
    this.#options = options;
  }

  /** Serves these parties and no others from now on. */
  async serve(parties: readonly string[]): Promise<void> {
    const wanted = new Set(parties);
    const leaving = [...this.#workers.keys()].filter((party) => !wanted.has(party));
    await Promise.all(leaving.map((party) => this.#end(party)));
    for (const party of wanted) if (!this.#workers.has(party)) this.#begin(party);
  }

  /** Ends after the jobs that are under way. */
  async close(): Promise<void> {
    await Promise.all([...this.#workers.keys()].map((party) => this.#end(party)));
  }

  #begin(party: string): void {
    const started = this.#start(party);
    this.#workers.set(party, started);
    // Another serve begins it anew.
    started.catch((fout: unknown) => {
      this.#workers.delete(party);
      this.#options.logger.warn('a queue of the broker could not be served', foutVelden(fout));
    });
  }

  async #end(party: string): Promise<void> {
    const started = this.#workers.get(party);
    this.#workers.delete(party);
    const worker = await started?.catch(() => undefined);
    await worker?.close();
  }

  async #start(party: string): Promise<Worker> {
    const { redis, logger, lockMs = LOCK_MS } = this.#options;
    const name = inQueue(party);
    const queue = new Queue(name, { connection: redis, prefix: PREFIX });
    queue.on('error', () => undefined);
    await queue.setGlobalConcurrency(1);
    await queue.close();
    const worker: Worker = new Worker(name, (job) => this.#take(worker, job, party), {
      connection: redis,
      prefix: PREFIX,
      concurrency: 1,
      lockDuration: lockMs,
      stalledInterval: Math.min(lockMs, STALLED_MS),
      // A gateway that is killed, however often, is no reason to fail a message.
      maxStalledCount: Number.MAX_SAFE_INTEGER,
      removeOnComplete: DONE,
      removeOnFail: REFUSED,
    });
    worker.on('error', (fout) => logger.warn('worker of the broker', foutVelden(fout)));
    worker.on('completed', () => pass('bullmq.answer.after'));
    return worker;
  }

  async #take(worker: Worker, job: Job, party: string) {
    await forgetParent(this.#options.redis, job);
    const outcome = await takeJob(job, party, this.#options.door).catch(async (fout: unknown) => {
      this.#options.logger.warn('a message of the broker could not be stored; it is tried again', foutVelden(fout));
      // It goes back to the front of its queue, and no attempt is counted.
      await worker.rateLimit(AWAY_MS);
      throw Worker.RateLimitError();
    });
    if (outcome.kind === 'refused') throw new UnrecoverableError(outcome.why);
    pass('bullmq.answer.before');
    return outcome.result;
  }
}

/**
 * BullMQ tells the parent of a job when that ends, in whatever queue its maker named, and with our rights: a party could
 * reach another's queue that way.
 */
async function forgetParent(redis: Redis, job: Job): Promise<void> {
  if (job.parentKey !== undefined) await redis.hdel(`${PREFIX}:${job.queueName}:${job.id}`, 'parentKey', 'parent');
}
