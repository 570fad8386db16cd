import { Worker } from 'bullmq';
import type { Redis } from 'ioredis';
import { regioVanLaan } from '../lanes/lane.ts';
import type { LaneTurns } from '../lanes/lane-turns.ts';
import { foutVelden } from '../log/fout.ts';
import type { Logger } from '../log/logger.ts';
import type { Doorbell, Ring } from './doorbell.ts';
import { queueName } from './queue-name.ts';

/** Rings that are taken up at once in one region; how many turns are at work at once is for `LaneTurns` to say. */
const CONCURRENCY = 16;
/**
 * BullMQ's lock on a job (lockDuration), and how often it looks for stalled jobs, whose lock expired (ms). Losing it is
 * harmless (exclusivity is the lane's compare-and-set). It is short because, by deduplication, the job of a process
 * that was killed swallows the rings for its lane until it is found stalled; until then the reconciler rings.
 */
const LOCK_MS = 15_000;
const STALLED_MS = 5_000;

export interface RegionWorkersOptions {
  readonly connect: () => Redis;
  readonly prefix: string;
  readonly turns: LaneTurns;
  readonly doorbell: Doorbell;
  readonly logger: Logger;
}

/** One BullMQ worker per region that this process serves. A job is one turn of one lane; more work rings again. */
export class RegionWorkers {
  readonly #options: RegionWorkersOptions;
  readonly #workers = new Map<string, { worker: Worker<Ring>; redis: Redis }>();

  constructor(options: RegionWorkersOptions) {
    this.#options = options;
  }

  /** Serves these regions from now on, besides those it already serves. */
  serve(regios: readonly string[]): void {
    for (const regio of regios) {
      if (!this.#workers.has(regio)) this.#workers.set(regio, this.#start(regio));
    }
  }

  /** Ends after the turns that are under way. */
  async close(): Promise<void> {
    await Promise.allSettled(
      [...this.#workers.values()].map(async ({ worker, redis }) => {
        await worker.close();
        redis.disconnect();
      }),
    );
  }

  #start(regio: string): { worker: Worker<Ring>; redis: Redis } {
    const { connect, prefix, turns, doorbell, logger } = this.#options;
    const redis = connect();
    const worker = new Worker<Ring>(
      queueName(regio),
      async ({ data: { laan } }) => {
        // The next turn is another job, so that one sender's flood takes its turn like everyone else.
        if ((await turns.turn(laan)) === 'more') doorbell.ring(laan, regioVanLaan(laan));
      },
      {
        connection: redis,
        prefix,
        concurrency: CONCURRENCY,
        lockDuration: LOCK_MS,
        stalledInterval: STALLED_MS,
        maxStalledCount: Number.MAX_SAFE_INTEGER,
      },
    );
    worker.on('error', (fout) => logger.warn('queue worker', { regio, ...foutVelden(fout) }));
    worker.on('failed', (_job, fout) => logger.warn('a turn broke off', { regio, ...foutVelden(fout) }));
    return { worker, redis };
  }
}
