import { Queue } from 'bullmq';
import type { Redis } from 'ioredis';
import { passing } from '../faults/pass.ts';
import { LANDELIJK } from '../lanes/lane.ts';
import { foutVelden } from '../log/fout.ts';
import type { Logger } from '../log/logger.ts';
import { groepeer } from '../standard/groepeer.ts';
import { queueName } from './queue-name.ts';

/** What a job holds: the lane to look at, and nothing of any message (docs/decisions/store-is-the-truth.md). */
export interface Ring {
  readonly laan: string;
}

export interface DoorbellOptions {
  readonly redis: Redis;
  readonly prefix: string;
  readonly logger: Logger;
  /** Whether the agreements have this region; the lanes of one that went ring where everybody listens. */
  readonly served: (regio: string) => boolean;
}

/** How long a ring may be unheard in a process that hears rings before it rings again (ms). */
const UNHEARD_MS = 150;

/** A lane as an id that BullMQ takes. */
function ringId(kind: 'lane' | 'again', laan: string): string {
  return `${kind}-${laan.replaceAll('|', '-')}`;
}

/**
 * Rings for lanes, one queue per region (docs/decisions/doorbell-queues.md). A ring is a hint: whoever stores something
 * rings, the reconciler rings again for what waits too long, and two rings for one lane are harmless. So a ring that
 * fails is logged and forgotten: the store has the message.
 *
 * Rings within one tick for the same lane are one ring. And a lane that was rung for here, and whose turn this process has not
 * begun yet, is not rung for again at once: the turn will find what was stored meanwhile. It is when its ring is not heard
 * here within a moment, for another process may have taken it up before.
 */
export class Doorbell {
  readonly #options: DoorbellOptions;
  readonly #queues = new Map<string, Queue<Ring>>();
  readonly #waiting = new Map<string, string>();
  /** Lanes whose ring this process has not heard yet, and when they were rung for. Empty where no turns are heard of. */
  readonly #unheard = new Map<string, number>();
  readonly #later = new Map<string, string>();
  #hearing = false;
  #closed = false;

  constructor(options: DoorbellOptions) {
    this.#options = options;
  }

  /** The queue of a region, made when first asked for. */
  queue(regio: string): Queue<Ring> {
    let queue = this.#queues.get(regio);
    if (queue === undefined) {
      queue = new Queue<Ring>(queueName(regio), {
        connection: this.#options.redis,
        prefix: this.#options.prefix,
        skipWaitingForReady: true,
        defaultJobOptions: { attempts: 1, removeOnComplete: true, removeOnFail: true },
      });
      queue.on('error', () => undefined);
      this.#queues.set(regio, queue);
    }
    return queue;
  }

  queues(): Queue<Ring>[] {
    return [...this.#queues.values()];
  }

  /** Rings for a lane soon; never throws, never waits. */
  ring(laan: string, regio: string): void {
    if (this.#closed) return;
    const rung = this.#unheard.get(laan);
    if (rung !== undefined && performance.now() - rung < UNHEARD_MS) {
      this.#ringLater(laan, regio);
      return;
    }
    if (this.#waiting.size === 0) setImmediate(() => this.#flush());
    this.#waiting.set(laan, regio);
  }

  /** A turn of this lane begins in this process: it sees whatever was rung for. */
  heard(laan: string): void {
    this.#hearing = true;
    this.#unheard.delete(laan);
    this.#later.delete(laan);
  }

  #ringLater(laan: string, regio: string): void {
    if (this.#later.size === 0) setTimeout(() => this.#ringUnheard(), UNHEARD_MS).unref();
    this.#later.set(laan, regio);
  }

  #ringUnheard(): void {
    const lanes = [...this.#later];
    this.#later.clear();
    for (const [laan] of lanes) this.#unheard.delete(laan);
    for (const [laan, regio] of lanes) this.ring(laan, regio);
  }

  /** Rings under an id of its own, for the reconciler: a ring whose job was lost must not be taken for a duplicate of it. */
  async ringAgain(laan: string, regio: string): Promise<void> {
    if (!this.#connected) return;
    const deduplication = { id: ringId('again', laan), ttl: 10_000 };
    await passing('ringAgain', () => this.#queueFor(regio).add('ring', { laan }, { deduplication }));
  }

  get #connected(): boolean {
    return this.#options.redis.status === 'ready';
  }

  /** Writes a key in Redis, which keeps it a minute; rejects when it is not connected or refuses. */
  async beat(): Promise<void> {
    if (!this.#connected) throw new Error('NOT_CONNECTED');
    await this.#options.redis.set(`${this.#options.prefix}:hartslag`, Date.now(), 'EX', 60);
  }

  async close(): Promise<void> {
    this.#closed = true;
    await Promise.allSettled(this.queues().map((queue) => queue.close()));
  }

  #queueFor(regio: string): Queue<Ring> {
    return this.queue(this.#options.served(regio) ? regio : LANDELIJK);
  }

  /** All rings of a tick for a queue go out in one call. */
  #flush(): void {
    const rings = [...this.#waiting];
    this.#waiting.clear();
    // Without Redis rings are dropped, not queued: the reconciler rings for whatever waits once it is back.
    if (!this.#connected) return;
    if (this.#hearing) for (const [laan] of rings) this.#unheard.set(laan, performance.now());
    for (const [queue, bijeen] of groepeer(rings, ([, regio]) => this.#queueFor(regio))) {
      const lanen = bijeen.map(([laan]) => laan);
      passing('ring', () => queue.addBulk(lanen.map(ringVan))).catch((fout: unknown) => {
        this.#options.logger.warn('rings failed; the reconciler will ring again', { lanen, ...foutVelden(fout) });
      });
    }
  }
}

function ringVan(laan: string) {
  return {
    name: 'ring',
    data: { laan },
    opts: { deduplication: { id: ringId('lane', laan), keepLastIfActive: true } },
  };
}
