import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { tell } from '../crash/tally.ts';
import { through } from '../crash/through.ts';
import { startFleet } from './fleet.ts';
import { ask, RedisServers } from './redis-servers.ts';

const CLIENTS = 30;

it('Redis Sentinel: the master is killed under load and a replica takes over', { timeout: 900_000 }, async () => {
  const servers = new RedisServers();
  try {
    const master = await servers.start();
    const replica = await servers.start(['--replicaof', '127.0.0.1', String(master)]);
    const sentinels = [];
    for (let i = 0; i < 3; i++) sentinels.push(await servers.sentinel(master, 2));
    const nodes = sentinels.map((port) => `127.0.0.1:${port}`).join(',');
    const fleet = await startFleet({ elsewhere: { REDIS_URL: `redis+sentinel://${nodes}/ijw` } });
    try {
      const counted = await through(fleet.rig, CLIENTS, () => servers.kill(master));
      expect(counted).toMatchObject({ lost: 0, doubled: 0 });
      expect((await ask(replica, (redis) => redis.role()))[0]).toBe('master');
      // The queues are there, and not everything was rung by the reconciler from the store.
      expect(await ask(replica, (redis) => redis.keys('{ijw}:*'))).not.toEqual([]);
      tell({ faults: 1, ...counted });
    } finally {
      await fleet.stop();
    }
  } finally {
    await servers.stop();
  }
});

it('a Redis Cluster of three nodes, of which one goes and comes back under load', { timeout: 900_000 }, async () => {
  const servers = new RedisServers();
  try {
    const ports: number[] = [];
    for (let i = 0; i < 3; i++)
      ports.push(await servers.start(['--cluster-enabled', 'yes', '--cluster-node-timeout', '2000']));
    await servers.join(ports);
    const nodes = ports.map((port) => `127.0.0.1:${port}`).join(',');
    const fleet = await startFleet({ elsewhere: { REDIS_URL: `redis+cluster://${nodes}` } });
    try {
      // The one on which all our keys lie: they bear one hash tag.
      const slot = await ask(ports[0] ?? 0, (redis) => redis.cluster('KEYSLOT', '{ijw}:x'));
      const owner = ports[Math.min(2, Math.floor((Number(slot) * 3) / 16_384))] ?? 0;
      const counted = await through(fleet.rig, CLIENTS, async () => {
        await servers.kill(owner);
        await sleep(8_000);
        await servers.up(owner);
      });
      expect(counted).toMatchObject({ lost: 0, doubled: 0 });
      expect(await ask(owner, (redis) => redis.dbsize())).toBeGreaterThan(0);
      tell({ faults: 1, ...counted });
    } finally {
      await fleet.stop();
    }
  } finally {
    await servers.stop();
  }
});
