import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrokerServer } from '../../servers/broker-redis.ts';
import { type Rig, startRig } from '../rig.ts';
import { tell } from '../tally.ts';
import { through } from '../through.ts';

/** How long it stays full, read-only or away (ms). */
const TROUBLE_MS = 8_000;
const CLIENTS = 30;

const TROUBLES: Readonly<Record<string, (redis: BrokerServer) => Promise<unknown>>> = {
  'killed and started again': async (redis) => {
    await redis.kill();
    await sleep(TROUBLE_MS);
    await redis.up();
  },
  'emptied (FLUSHALL)': (redis) => redis.admin((admin) => admin.flushall()),
  'full (maxmemory, noeviction)': (redis) =>
    redis.admin(async (admin) => {
      await admin.config('SET', 'maxmemory', '1');
      await expect(admin.set('vol', 'x')).rejects.toThrow(/OOM/);
      await sleep(TROUBLE_MS);
      await admin.config('SET', 'maxmemory', '0');
    }),
  'read-only (a replica)': (redis) =>
    redis.admin(async (admin) => {
      await admin.replicaof('127.0.0.1', '1');
      await expect(admin.set('alleen', 'lezen')).rejects.toThrow(/READONLY/);
      await sleep(TROUBLE_MS);
      await admin.replicaof('NO', 'ONE');
    }),
};

describe('the gateway’s own Redis', () => {
  let rig: Rig;
  beforeAll(async () => {
    rig = await startRig({ ways: 'http' });
  }, 300_000);
  afterAll(() => rig?.stop());

  for (const [name, trouble] of Object.entries(TROUBLES)) {
    it(`${name} under load: everything is judged once`, { timeout: 600_000 }, async () => {
      const counted = await through(rig, CLIENTS, () => trouble(rig.redis));
      tell({ faults: 1, ...counted });
    });
  }
});
