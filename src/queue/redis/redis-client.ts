import { realpathSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Redis } from 'ioredis';
import { foutVelden } from '../../log/fout.ts';
import type { Logger } from '../../log/logger.ts';
import { openRedis } from './open-redis.ts';

const CONNECT_MS = 3_000;
const GONE_MS = 10_000;
const LOOK_MS = 50;

/** One short conversation with a server; throws when there is none. */
async function ask<T>(url: string, conversation: (redis: Redis) => Promise<T>): Promise<T> {
  const redis = openRedis(url, {
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
      // SHUTDOWN has no reply: the server closes the connection.
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

/** A Redis that throws rings away when it is full, in silence. */
export class WrongEvictionPolicy extends Error {
  constructor(policy: string) {
    super(
      `Redis staat op maxmemory-policy ${policy}: is hij vol, dan gooit hij seinen weg zonder het te zeggen. ` +
        'Zet hem op noeviction (CONFIG SET maxmemory-policy noeviction, en in de instellingen van Redis) en start opnieuw',
    );
    this.name = 'WrongEvictionPolicy';
  }
}

/**
 * Refuses a Redis of others that may throw jobs away, and says what else is unwise about it. One that is away, or tells
 * nothing, is not our business here.
 */
export async function checkRedis(url: string, logger: Logger): Promise<void> {
  try {
    const { policy, appendonly } = await ask(url, async (redis) => ({
      policy: await policyOf(redis),
      appendonly: await settingOf(redis, 'appendonly'),
    }));
    if (policy === undefined) logger.warn('whether Redis throws jobs away could not be read: it must be noeviction');
    else if (policy !== 'noeviction') throw new WrongEvictionPolicy(policy);
    if (appendonly === undefined) logger.warn('whether Redis keeps its jobs over a restart could not be read');
    else if (appendonly !== 'yes')
      logger.warn('Redis forgets its jobs at a restart: set appendonly yes', { appendonly });
  } catch (fout) {
    if (fout instanceof WrongEvictionPolicy) throw fout;
    logger.warn('the settings of Redis could not be read', foutVelden(fout));
  }
}

/** Hosted servers often allow INFO and not CONFIG. */
async function policyOf(redis: Redis): Promise<string | undefined> {
  const memory = await redis.info('memory').catch(() => '');
  return /^maxmemory_policy:(\S+)/m.exec(memory)?.[1] ?? (await settingOf(redis, 'maxmemory-policy'));
}

async function settingOf(redis: Redis, name: string): Promise<string | undefined> {
  return ((await redis.config('GET', name).catch(() => [])) as string[])[1];
}
