import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig } from '../../src/config/config.ts';
import { type ProvidedRedis, provideRedis } from '../../src/queue/redis/redis-server.ts';
import { stilleLogger } from './stille-logger.ts';

/** A Redis for one test file: that of TEST_REDIS_URL, else a private one in a folder that goes when it stops. */
export async function startRedis(): Promise<ProvidedRedis> {
  const folder = mkdtempSync(join(tmpdir(), 'ijw-test-'));
  const geladen = loadConfig({ DATA_DIR: folder, REDIS_URL: process.env.TEST_REDIS_URL });
  if (geladen.kind === 'invalid') throw new Error(geladen.fouten.join(' '));
  const redis = await provideRedis(geladen.config, stilleLogger);
  return {
    url: redis.url,
    async stop() {
      await redis.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
