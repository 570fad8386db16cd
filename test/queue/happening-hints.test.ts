import { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type HappeningHint, HappeningHub } from '../../src/happenings/hub.ts';
import { shareHappenings } from '../../src/queue/happening-hints.ts';
import type { ProvidedRedis } from '../../src/queue/redis/redis-server.ts';
import { startRedis } from '../servers/redis.ts';
import { stilleLogger } from '../servers/stille-logger.ts';

let server: ProvidedRedis | undefined;
const connections: Redis[] = [];
beforeAll(async () => {
  server = await startRedis();
});
afterAll(async () => {
  for (const redis of connections) redis.disconnect();
  await server?.stop();
});

async function connect(): Promise<Redis> {
  const redis = new Redis(server?.url ?? '', { maxRetriesPerRequest: null });
  connections.push(redis);
  await redis.ping();
  return redis;
}

/** A process as the others hear it. */
async function proces(prefix: string) {
  const hub = new HappeningHub(stilleLogger);
  const heard: HappeningHint[] = [];
  hub.listenToHints((hint) => heard.push(hint));
  const listener = await connect();
  const redis = await connect();
  shareHappenings({ hub, redis, listener, prefix, logger: stilleLogger });
  // Redis answers in order: what was asked before is done.
  await listener.call('ping');
  return { hub, heard, redis };
}

async function until(done: () => boolean): Promise<void> {
  for (let i = 0; !done(); i++) {
    if (i > 5_000) throw new Error('it never came');
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
}

describe('hints of happenings', () => {
  it('reach the other processes of the same gateway, type and id only, and not the process itself', async () => {
    const [een, twee, ander] = [await proces('{a}'), await proces('{a}'), await proces('{b}')];
    const spied = await connect();
    const lines: string[] = [];
    spied.on('message', (_channel: string, line: string) => lines.push(line));
    await spied.subscribe('{a}:gebeurtenissen');
    for (let i = 0; i < 1_200; i++) {
      een.hub.publish([{ type: 'body.opened', subject: `m${i}`, lane: 'AA|42420001', by: 'sleutel-9' }]);
    }
    await until(() => twee.heard.length === 1_200);
    expect(twee.heard[7]).toEqual({ type: 'body.opened', subject: 'm7' });
    twee.hub.publish([{ type: 'key.ended', subject: 'k', lane: null }]);
    await until(() => een.heard.length > 0);
    expect(een.heard).toEqual([{ type: 'key.ended', subject: 'k' }]);
    expect(ander.heard).toEqual([]);
    expect(lines.join('')).not.toMatch(/sleutel-9|42420001/);
    expect(lines).toHaveLength(4);
  });

  it('are said together for longer while nobody else hears them, and soon again once somebody does', async () => {
    const een = await proces('{d}');
    const said = async () =>
      Number((await een.redis.info('commandstats')).match(/cmdstat_publish:calls=(\d+)/)?.[1] ?? 0);
    een.hub.publish([{ type: 'key.ended', subject: 'first', lane: null }]);
    const [before, begin] = [await said(), performance.now()];
    for (let i = 0; i < 20; i++) {
      een.hub.publish([{ type: 'key.ended', subject: `alone ${i}`, lane: null }]);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    // Of what comes every 20 ms or more, a line in each quarter of a second.
    expect((await said()) - before).toBeLessThanOrEqual(2 + (performance.now() - begin) / 250);
    const twee = await proces('{d}');
    een.hub.publish([{ type: 'key.ended', subject: 'last', lane: null }]);
    await until(() => twee.heard.some(({ subject }) => subject === 'last'));
  });

  it('that are none are passed over', async () => {
    const een = await proces('{c}');
    const stranger = await connect();
    for (const line of ['', '{', 'null', '{"told":1}', '{"from":"x","told":[1]}', '{"told":[[5,"a"]]}']) {
      await stranger.publish('{c}:gebeurtenissen', line);
    }
    await stranger.publish('{c}:gebeurtenissen', JSON.stringify({ from: 'x', told: [['key.ended', 'k']] }));
    await until(() => een.heard.length > 0);
    expect(een.heard).toEqual([{ type: 'key.ended', subject: 'k' }]);
  });
});
