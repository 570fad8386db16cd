import { Redis } from 'ioredis';
import { foutVelden } from '../../log/fout.ts';
import type { Logger } from '../../log/logger.ts';
import type { ChannelHealth } from '../channel-health.ts';
import { missingRights } from './rights.ts';

export interface BrokerRedisOptions {
  readonly url: string;
  readonly health: ChannelHealth;
  readonly logger: Logger;
  /** The broker is there, with all rights: after each time that it was away. */
  readonly onUsable: () => void;
  /** It is there, and rights are missing that were there before. */
  readonly onLacking: () => void;
}

/** How soon rights are asked after again when something was missing (ms). */
const AGAIN_MS = 10_000;

const DIRECT = { maxRetriesPerRequest: 1, enableOfflineQueue: false, commandTimeout: 20_000 } as const;

/** The connections with the broker: away, there, or there with too few rights. */
export class BrokerRedis {
  /** For workers: what they ask waits for a lost connection to come back, as BullMQ wants it. */
  readonly redis: Redis;
  /** For what somebody waits for: it fails when the broker is away. */
  readonly direct: Redis;
  readonly #options: BrokerRedisOptions;
  #usable = false;
  #closed = false;
  #again: NodeJS.Timeout | undefined;

  constructor(options: BrokerRedisOptions) {
    this.#options = options;
    this.redis = new Redis(options.url, { maxRetriesPerRequest: null, lazyConnect: true });
    this.direct = new Redis(options.url, { ...DIRECT, lazyConnect: true });
    for (const redis of [this.redis, this.direct])
      redis.on('error', (fout) => options.logger.warn('redis of the broker', { fout: fout.name }));
    for (const redis of [this.redis, this.direct]) redis.on('close', () => this.#away());
    for (const redis of [this.redis, this.direct]) redis.on('ready', () => void this.#check());
  }

  /** Whether it may be used: nothing is asked of it otherwise, for that would wait for ever. */
  get usable(): boolean {
    return this.#usable;
  }

  /** Does not wait for it. */
  open(): void {
    this.#options.health.trouble('broker-weg');
    for (const redis of [this.redis, this.direct]) redis.connect().catch(() => undefined);
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#again);
    for (const redis of [this.redis, this.direct]) redis.disconnect();
  }

  #away(): void {
    this.#usable = false;
    if (!this.#closed) this.#options.health.trouble('broker-weg');
  }

  async #check(): Promise<void> {
    const { health, logger, onUsable, onLacking } = this.#options;
    if (this.redis.status !== 'ready' || this.direct.status !== 'ready') return;
    clearTimeout(this.#again);
    try {
      const missing = await missingRights(this.direct);
      if (missing.length > 0) {
        logger.error('the user of BROKER_REDIS_URL lacks rights', { mist: missing.join(' ') });
        this.#usable = false;
        onLacking();
        health.trouble(`rechten ontbreken: ${missing.join(' ')}`);
        this.#later();
        return;
      }
      this.#usable = true;
      health.good();
      onUsable();
    } catch (fout) {
      logger.warn('the rights of the broker could not be looked at', foutVelden(fout));
      this.#later();
    }
  }

  #later(): void {
    if (!this.#closed) this.#again = setTimeout(() => void this.#check(), AGAIN_MS);
  }
}
