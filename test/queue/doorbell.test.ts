import { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Doorbell } from '../../src/queue/doorbell.ts';
import type { ProvidedRedis } from '../../src/queue/redis/redis-server.ts';
import { startRedis } from '../servers/redis.ts';
import { stilleLogger } from '../servers/stille-logger.ts';

let server: ProvidedRedis | undefined;
let redis: Redis | undefined;
beforeAll(async () => {
  server = await startRedis();
  redis = new Redis(server.url, { maxRetriesPerRequest: null });
  await redis.ping();
});
afterAll(async () => {
  redis?.disconnect();
  await server?.stop();
});

let prefixes = 0;

function bel(eigen = redis): Doorbell {
  if (eigen === undefined) throw new Error('Redis did not start');
  const served = (regio: string) => ['AA', 'ZAWA'].includes(regio);
  return new Doorbell({ redis: eigen, prefix: `{bel${++prefixes}}`, logger: stilleLogger, served });
}

/** The lanes that are rung for in a queue. */
async function gebeld(doorbell: Doorbell, regio: string): Promise<string[]> {
  return (await doorbell.queue(regio).getJobs(['waiting'])).map((job) => job.data.laan).sort();
}

/** Rings go out after the tick in which they were asked for. */
async function rust(doorbell: Doorbell): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
  await doorbell.beat();
}

describe('the doorbell', () => {
  it('makes one ring of many for a lane, also across ticks, and one for each lane', async () => {
    const doorbell = bel();
    for (let i = 0; i < 100; i++) doorbell.ring(`AA|${i % 2}`, 'AA');
    await rust(doorbell);
    doorbell.ring('AA|0', 'AA');
    doorbell.ring('ZAWA|0', 'ZAWA');
    await rust(doorbell);
    expect(await gebeld(doorbell, 'AA')).toEqual(['AA|0', 'AA|1']);
    expect(await gebeld(doorbell, 'ZAWA')).toEqual(['ZAWA|0']);
  });

  it('rings again under an id of its own, once while that ring waits', async () => {
    const doorbell = bel();
    doorbell.ring('AA|0', 'AA');
    await rust(doorbell);
    await doorbell.ringAgain('AA|0', 'AA');
    await doorbell.ringAgain('AA|0', 'AA');
    expect(await gebeld(doorbell, 'AA')).toEqual(['AA|0', 'AA|0']);
  });

  it('rings for a region that the agreements have no more where everybody listens', async () => {
    const doorbell = bel();
    doorbell.ring('WEG|0', 'WEG');
    await doorbell.ringAgain('WEG|1', 'WEG');
    await rust(doorbell);
    expect(await gebeld(doorbell, 'LANDELIJK')).toEqual(['WEG|0', 'WEG|1']);
  });

  it('holds the name of a lane, nothing else', async () => {
    const doorbell = bel();
    doorbell.ring('AA|42420001', 'AA');
    await rust(doorbell);
    const [job] = await doorbell.queue('AA').getJobs(['waiting']);
    expect([job?.name, job?.data]).toEqual(['ring', { laan: 'AA|42420001' }]);
  });

  it('rings once for a lane whose turn is still to begin here, and again when that does not begin soon', async () => {
    const doorbell = bel();
    const nieuw = async (laan: string) => {
      doorbell.ring(laan, 'AA');
      await rust(doorbell);
      const jobs = await doorbell.queue('AA').getJobs(['waiting']);
      await Promise.all(jobs.map((job) => job.remove()));
      return jobs.map((job) => job.data.laan);
    };
    // A process that hears no rings rings for each message: others listen.
    expect([await nieuw('AA|1'), await nieuw('AA|1')]).toEqual([['AA|1'], ['AA|1']]);
    doorbell.heard('AA|1');
    expect([await nieuw('AA|1'), await nieuw('AA|1'), await nieuw('AA|2')]).toEqual([['AA|1'], [], ['AA|2']]);
    doorbell.heard('AA|1');
    expect(await nieuw('AA|1')).toEqual(['AA|1']);
    expect(await nieuw('AA|1')).toEqual([]);
    while ((await gebeld(doorbell, 'AA')).length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    expect(await gebeld(doorbell, 'AA')).toEqual(['AA|1']);
  });

  it('neither throws nor lines rings up without Redis', async () => {
    const nergens = new Redis('/nergens/redis.sock', { maxRetriesPerRequest: null, lazyConnect: true });
    nergens.on('error', () => undefined);
    const doorbell = bel(nergens);
    doorbell.ring('AA|0', 'AA');
    await doorbell.ringAgain('AA|0', 'AA');
    await expect(doorbell.beat()).rejects.toThrow('NOT_CONNECTED');
    nergens.disconnect();
  });
});
