import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Config } from '../../config/config.ts';
import { foutVelden } from '../../log/fout.ts';
import type { Logger } from '../../log/logger.ts';
import { lockFolder } from '../../store/engine/pglite/folder-lock.ts';
import { type RedisChild, shortSocketPath, spawnRedis } from './redis-child.ts';
import { checkRedis, pingRedis, stopOrphan } from './redis-client.ts';

export interface ProvidedRedis {
  /** As ioredis takes it: a URL, or the path of a unix socket. */
  readonly url: string;
  stop(): Promise<void>;
}

const READY_MS = 30_000;
const LOOK_MS = 50;
const RESTART_MS = 500;

/**
 * The Redis of this gateway: the one of REDIS_URL, else a private server in DATA_DIR/redis behind a unix socket. It is a
 * doorbell only (docs/decisions/store-is-the-truth.md): whatever it loses is rung again from the store.
 */
export async function provideRedis(config: Config, logger: Logger): Promise<ProvidedRedis> {
  if (config.redisUrl !== null) {
    await checkRedis(config.redisUrl, logger);
    return { url: config.redisUrl, stop: async () => undefined };
  }
  const folder = join(config.dataDir, 'redis');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const lock = await lockFolder(folder);
  const socket = shortSocketPath(folder);
  await stopOrphan(socket.path, folder, logger);
  const server = new PrivateRedis(folder, logger);
  try {
    await server.ready(socket.path);
  } catch (fout) {
    await server.stop();
    await lock.release();
    throw fout;
  }
  return {
    url: socket.path,
    async stop() {
      await server.stop();
      socket.remove();
      await lock.release();
    },
  };
}

/** The child, started again when it ends before it should. */
class PrivateRedis {
  readonly #folder: string;
  readonly #logger: Logger;
  #child: RedisChild;
  #stopping = false;
  #starts = 0;

  constructor(folder: string, logger: Logger) {
    this.#folder = folder;
    this.#logger = logger;
    this.#child = this.#start();
  }

  #start(): RedisChild {
    this.#starts++;
    const child = spawnRedis(this.#folder);
    child.ended.then(async (hoe) => {
      if (this.#stopping) return;
      this.#logger.error('private redis ended; starting it again', { hoe });
      await sleep(RESTART_MS);
      if (!this.#stopping) this.#child = this.#start();
    });
    return child;
  }

  /** Until it answers; throws when it ends three times or takes too long. */
  async ready(socket: string): Promise<void> {
    const until = performance.now() + READY_MS;
    while (this.#starts <= 3 && performance.now() < until) {
      try {
        await pingRedis(socket);
        return;
      } catch (fout) {
        this.#logger.debug('private redis does not answer yet', foutVelden(fout));
        await sleep(LOOK_MS);
      }
    }
    throw new Error(`the private redis-server in ${this.#folder} does not start; see redis.log there`);
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    await this.#child.stop();
  }
}
