import { realpathSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { foutVelden } from '../log/fout.ts';
import type { Logger } from '../log/logger.ts';

const CONNECT_MS = 3_000;
const GONE_MS = 10_000;
const LOOK_MS = 50;

/** One short conversation with a server; throws when there is none. */
async function ask<T>(url: string, conversation: (redis: Redis) => Promise<T>): Promise<T> {
  const redis = new Redis(url, {
    lazyConnect: true,
    connectTimeout: CONNECT_MS,
    commandTimeout: CONNECT_MS,
    maxRetriesPerRequest: 0,
    retryStrategy: () => null,
  });
  redis.on('error', () => undefined);
  try {
    await redis.connect();
    return await conversation(redis);
  } finally {
    redis.disconnect();
  }
}

/** Throws unless a server answers and has read its data. */
export async function pingRedis(url: string): Promise<void> {
  await ask(url, (redis) => redis.ping());
}

/**
 * A server that outlived a gateway that was killed. We hold the lock on the folder, so nobody uses it; that it is ours it
 * says itself, through the socket in our folder, by the folder it works in.
 */
export async function stopOrphan(socket: string, folder: string, logger: Logger): Promise<void> {
  let pid: number;
  try {
    pid = await ask(socket, async (redis) => {
      const [, dir] = (await redis.config('GET', 'dir')) as string[];
      if (dir === undefined || realpathSync(dir) !== realpathSync(folder)) return 0;
      const found = /process_id:(\d+)/.exec(await redis.info('server'))?.[1];
      // It closes the line instead of answering.
      await redis.shutdown('NOSAVE').catch(() => undefined);
      return Number(found ?? 0);
    });
  } catch {
    return;
  }
  if (pid === 0) throw new Error(`${socket} belongs to a redis-server of somebody else`);
  logger.warn('stopped the private redis of a gateway that was killed', { pid });
  for (const until = performance.now() + GONE_MS; alive(pid); await sleep(LOOK_MS)) {
    if (performance.now() > until) process.kill(pid, 'SIGKILL');
  }
}

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Says what is unwise about a Redis that others run; one that is away, or tells nothing, is not our business here. */
export async function adviseRedis(url: string, logger: Logger): Promise<void> {
  try {
    const [policy, appendonly] = await ask(url, async (redis) => [
      ((await redis.config('GET', 'maxmemory-policy')) as string[])[1],
      ((await redis.config('GET', 'appendonly')) as string[])[1],
    ]);
    if (policy !== 'noeviction') logger.warn('Redis may throw jobs away: set maxmemory-policy noeviction', { policy });
    if (appendonly !== 'yes') logger.warn('Redis forgets its jobs at a restart: set appendonly yes', { appendonly });
  } catch (fout) {
    logger.warn('the settings of Redis could not be read', foutVelden(fout));
  }
}
