import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadConfig } from '../../src/config/config.ts';
import { spawnRedis } from '../../src/queue/redis/redis-child.ts';
import { provideRedis } from '../../src/queue/redis/redis-server.ts';
import { stilleLogger } from '../servers/stille-logger.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ijw-test-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function config(dataDir = folder) {
  const geladen = loadConfig({ DATA_DIR: dataDir });
  if (geladen.kind === 'invalid') throw new Error(geladen.fouten.join(' '));
  return geladen.config;
}

async function vraag<T>(url: string, wat: (redis: Redis) => Promise<T>): Promise<T> {
  const redis = new Redis(url);
  redis.on('error', () => undefined);
  try {
    return await wat(redis);
  } finally {
    redis.disconnect();
  }
}

describe('a Redis of others', () => {
  it('is refused when it throws away what it has no room for; one that tells nothing is taken', async () => {
    execFileSync('mkdir', ['-p', join(folder, 'elders')]);
    const server = spawnRedis(join(folder, 'elders'));
    const url = join(folder, 'elders', 'redis.sock');
    const elders = { ...config(), redisUrl: url };
    const gezegd: string[] = [];
    const logger = { ...stilleLogger, warn: (zin: string) => void gezegd.push(zin) };
    try {
      await vraag(url, (r) => r.config('SET', 'maxmemory-policy', 'allkeys-lru'));
      await expect(provideRedis(elders, logger)).rejects.toThrow(/allkeys-lru.*noeviction/);
      await vraag(url, (r) => r.call('ACL', 'SETUSER', 'default', '-config'));
      await expect(provideRedis(elders, logger)).rejects.toThrow(/allkeys-lru.*noeviction/);
      expect(gezegd).toEqual([]);
      await vraag(url, (r) => r.call('ACL', 'SETUSER', 'default', '-info'));
      expect((await provideRedis(elders, logger)).url).toBe(url);
      expect(gezegd.join()).toMatch(/noeviction/);
    } finally {
      await server.stop();
    }
  });

  it('is not waited for when it is away', async () => {
    const gezegd: string[] = [];
    const logger = { ...stilleLogger, warn: (zin: string) => void gezegd.push(zin) };
    await provideRedis({ ...config(), redisUrl: join(folder, 'nergens.sock') }, logger);
    expect(gezegd).toHaveLength(1);
  });
});

describe('the private redis-server', () => {
  it('keeps what it holds, throws nothing away, and listens on no port', async () => {
    const redis = await provideRedis(config(), stilleLogger);
    const gezet = await vraag(redis.url, async (r) => {
      await r.set('bel', 'ja');
      return Promise.all(['appendonly', 'maxmemory-policy', 'port'].map((naam) => r.config('GET', naam)));
    });
    expect(gezet.map((paar) => (paar as string[])[1])).toEqual(['yes', 'noeviction', '0']);
    await redis.stop();
    const weer = await provideRedis(config(), stilleLogger);
    expect(await vraag(weer.url, (r) => r.get('bel'))).toBe('ja');
    await weer.stop();
  });

  it('comes back when it is killed', async () => {
    const redis = await provideRedis(config(), stilleLogger);
    const pid = await vraag(redis.url, async (r) => Number(/process_id:(\d+)/.exec(await r.info('server'))?.[1]));
    process.kill(pid, 'SIGKILL');
    expect(await vraag(redis.url, (r) => r.ping())).toBe('PONG');
    await redis.stop();
  });

  it('works in a folder whose path is too long for a socket', async () => {
    const diep = join(folder, 'x'.repeat(60), 'y'.repeat(60));
    const redis = await provideRedis(config(diep), stilleLogger);
    expect(await vraag(redis.url, (r) => r.ping())).toBe('PONG');
    await redis.stop();
    expect(existsSync(redis.url)).toBe(false);
  });

  it('refuses a folder that another gateway uses', async () => {
    const redis = await provideRedis(config(), stilleLogger);
    await expect(provideRedis(config(), stilleLogger)).rejects.toThrow(/in use/);
    expect(await vraag(redis.url, (r) => r.ping())).toBe('PONG');
    await redis.stop();
  });

  it('replaces a server that outlived its gateway', async () => {
    execFileSync('mkdir', ['-p', join(folder, 'redis')]);
    const wees = spawnRedis(join(folder, 'redis'));
    await vraag(join(folder, 'redis', 'redis.sock'), (r) => r.ping());
    const redis = await provideRedis(config(), stilleLogger);
    await wees.ended;
    expect(await vraag(redis.url, (r) => r.ping())).toBe('PONG');
    await redis.stop();
  });
});
