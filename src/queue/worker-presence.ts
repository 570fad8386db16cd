import type { Redis } from 'ioredis';
import { newId } from '../store/engine/uuid.ts';

/** A process that did not say for so long that it is there is not (ms). It says so every few seconds. */
const GONE_MS = 15_000;

/**
 * Which processes serve which regions, by what they say of themselves: a sorted set per region in Redis, with the moment
 * each said so by the clock of Redis. Not by CLIENT LIST, for which an account needs rights of its own.
 */
export class WorkerPresence {
  readonly #redis: Redis;
  readonly #prefix: string;
  readonly #chosen: readonly string[];
  readonly #id = newId();

  /** `chosen`: the regions that this process was told to serve (`--regio`), whether the agreements know them or not. */
  constructor(redis: Redis, prefix: string, chosen: readonly string[]) {
    this.#redis = redis;
    this.#prefix = prefix;
    this.#chosen = chosen;
  }

  /** Says that this process serves these regions, as soon as Redis is there. */
  async announce(regios: readonly string[]): Promise<void> {
    const now = await this.#now();
    await this.#redis.zremrangebyscore(this.#all, '-inf', now - GONE_MS);
    if (this.#chosen.length > 0) await this.#redis.zadd(this.#all, ...this.#chosen.flatMap((regio) => [now, regio]));
    await Promise.all(
      regios.map(async (regio) => {
        await this.#redis.zadd(this.#key(regio), now, this.#id);
        await this.#redis.pexpire(this.#key(regio), GONE_MS);
      }),
    );
  }

  /** How many processes serve each of these regions; rejects while Redis is away. */
  async count(regios: readonly string[]): Promise<ReadonlyMap<string, number>> {
    if (this.#redis.status !== 'ready') throw new Error('NOT_CONNECTED');
    const since = (await this.#now()) - GONE_MS;
    return new Map(
      await Promise.all(
        regios.map(async (regio) => [regio, await this.#redis.zcount(this.#key(regio), since, '+inf')] as const),
      ),
    );
  }

  /** The regions that processes were told to serve; rejects while Redis is away. */
  async chosen(): Promise<readonly string[]> {
    if (this.#redis.status !== 'ready') throw new Error('NOT_CONNECTED');
    return this.#redis.zrangebyscore(this.#all, (await this.#now()) - GONE_MS, '+inf');
  }

  get #all(): string {
    return `${this.#prefix}:gekozen`;
  }

  #key(regio: string): string {
    return `${this.#prefix}:werkers:${regio}`;
  }

  async #now(): Promise<number> {
    const [seconden = 0, micro = 0] = await this.#redis.time();
    return Number(seconden) * 1000 + Math.floor(Number(micro) / 1000);
  }
}
