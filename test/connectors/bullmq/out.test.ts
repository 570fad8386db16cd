import { Redis } from 'ioredis';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { OutQueues } from '../../../src/connectors/bullmq/out-queues.ts';
import type { OutJob } from '../../../src/connectors/bullmq/queues.ts';
import { missingRights } from '../../../src/connectors/bullmq/rights.ts';
import { isSameServer } from '../../../src/connectors/bullmq/same-server.ts';
import type { DeliveryOutcome } from '../../../src/outbox/delivery-outcome.ts';
import type { DueDelivery, Outbox } from '../../../src/outbox/outbox.ts';
import { BrokerServer } from '../../servers/broker-redis.ts';
import { BrokerParty, VERSIONS } from './party.ts';
import { GATEWAY_RIGHTS, PARTY_RIGHTS } from './rights.ts';

const PARTY = '42420001';
let broker: BrokerServer;
let redis: Redis;
let queues: OutQueues;
let own: BrokerParty | undefined;
/** Deliveries that lie at the broker, by the id of their message, and what was said of those that ended. */
const lying = new Map<string, DueDelivery>();
let settled: [string, DeliveryOutcome][] = [];
let now = new Date();

beforeAll(async () => {
  broker = await BrokerServer.start();
  await broker.user('gateway', GATEWAY_RIGHTS);
  await broker.user(PARTY, PARTY_RIGHTS(PARTY));
});
afterAll(() => broker.stop());
beforeEach(async () => {
  await broker.admin((admin) => admin.flushall());
  lying.clear();
  [settled, now] = [[], new Date()];
  redis = new Redis(broker.url('gateway'), { maxRetriesPerRequest: 1 });
  redis.on('error', () => undefined);
  const outbox = {
    offered: async () => [...lying.values()],
    settle: async ({ berichtId }: DueDelivery, outcome: DeliveryOutcome) => {
      lying.delete(berichtId);
      settled.push([berichtId, outcome]);
      return true;
    },
  };
  queues = new OutQueues(redis, outbox as unknown as Outbox, () => now);
});
afterEach(async () => {
  const denied = (await broker.admin((admin) => admin.call('ACL', 'LOG'))) as string[][];
  await broker.admin((admin) => admin.call('ACL', 'LOG', 'RESET'));
  // What BullMQ may not do it often says to nobody.
  expect(denied.filter((line) => line.includes('gateway') || line.includes(PARTY))).toEqual([]);
  await own?.close();
  await queues.close();
  redis.disconnect();
});

function delivery(nr: number): DueDelivery {
  const id = `0196f000-0000-7000-8000-00000000000${nr}`;
  const what = { berichtId: id, partij: PARTY, type: 'JW302', inAntwoordOp: nr === 1 ? 'eerder' : null };
  return { ...what, bytes: Buffer.from(`<é nr="${nr}"/>`) } as unknown as DueDelivery;
}
async function put(nr: number): Promise<DeliveryOutcome> {
  const outcome = await queues.put(delivery(nr));
  if (outcome.kind === 'offered') lying.set(delivery(nr).berichtId, delivery(nr));
  return outcome;
}
async function ended(count: number): Promise<void> {
  while (settled.length < count) await queues.look(false);
}
const ids = (...nrs: number[]) => nrs.map((nr) => delivery(nr).berichtId);
const jobs = () => broker.admin((admin) => admin.keys(`bull:ijw-uit-${PARTY}:0196*`));

describe.each(VERSIONS)('what is for a party whose worker is of bullmq %i, with its own user', (version) => {
  it('is a job a message, in order, confirmed once the worker completed it and gone then', async () => {
    for (const nr of [1, 2, 3]) expect(await put(nr)).toEqual({ kind: 'offered' });
    await queues.look(true);
    expect(settled).toEqual([]);
    const seen: [string | undefined, string, OutJob][] = [];
    own = new BrokerParty(version, broker, PARTY);
    own.worker(async (job) => void seen.push([job.id, job.name, job.data]));
    await ended(3);
    expect(seen).toEqual(
      [1, 2, 3].map((nr) => {
        const { berichtId: id, type, inAntwoordOp } = delivery(nr);
        return [id, type, { id, type, inAntwoordOp, xml: `<é nr="${nr}"/>` }];
      }),
    );
    expect(settled).toEqual(ids(1, 2, 3).map((id) => [id, { kind: 'confirmed' }]));
    expect(await jobs()).toEqual([]);
    expect(own.errors).toEqual([]);
  });

  it('is confirmed also where the worker keeps nothing that it did', async () => {
    await put(1);
    own = new BrokerParty(version, broker, PARTY);
    own.worker(async () => undefined, { removeOnComplete: { count: 0 }, removeOnFail: { count: 0 } });
    await ended(1);
    expect(settled).toEqual([[ids(1)[0], { kind: 'confirmed' }]]);
  });

  it('is tried again under the same id when the worker failed at it', async () => {
    await put(1);
    let fails = true;
    let times = 0;
    own = new BrokerParty(version, broker, PARTY);
    own.worker(async () => {
      times++;
      if (fails) throw new Error('not now');
    });
    await ended(1);
    expect(settled).toEqual([[ids(1)[0], { kind: 'failed', class: 'ambiguous', code: 'werker-mislukt' }]]);
    await queues.look(true);
    expect(settled).toHaveLength(1);
    fails = false;
    expect(await put(1)).toEqual({ kind: 'offered' });
    await ended(2);
    expect([settled[1], times]).toEqual([[ids(1)[0], { kind: 'confirmed' }], 2]);
  });
});

describe('what lies at the broker', () => {
  it('is put there once, and known to be done when that was not written down', async () => {
    await put(1);
    await put(1);
    expect(await jobs()).toHaveLength(1);
    const seen: string[] = [];
    own = new BrokerParty(6, broker, PARTY);
    const worker = own.worker(async ({ data }) => void seen.push(data.id));
    await new Promise((resolve) => worker.once('completed', resolve));
    // As after a kill between the put and what was written of it.
    lying.clear();
    await queues.look(true);
    expect(await put(1)).toEqual({ kind: 'offered' });
    await ended(1);
    expect([settled, seen]).toEqual([[[ids(1)[0], { kind: 'confirmed' }]], ids(1)]);
    expect(await jobs()).toEqual([]);
  });

  it('goes after an hour when it was confirmed and the gateway killed before it was taken away', async () => {
    await put(1);
    own = new BrokerParty(6, broker, PARTY);
    const worker = own.worker(async () => undefined);
    await new Promise((resolve) => worker.once('completed', resolve));
    lying.clear();
    lying.set('ander', { ...delivery(2), berichtId: 'ander' });
    await queues.look(false);
    expect(await jobs()).toHaveLength(1);
    now = new Date(Date.now() + 2 * 3_600_000);
    await queues.look(false);
    expect(await jobs()).toEqual([]);
  });

  it('is seen to end however many ended jobs lie before it that nobody waits for', async () => {
    const key = `bull:ijw-uit-${PARTY}`;
    await broker.admin(async (admin) => {
      for (let nr = 0; nr < 600; nr++) {
        for (const state of ['completed', 'failed']) {
          const hash = { name: 'JW302', data: '{}', timestamp: '1', finishedOn: String(Date.now() - 60_000) };
          await admin
            .multi()
            .zadd(`${key}:${state}`, Date.now() - 60_000, `${state}${nr}`)
            .hset(`${key}:${state}${nr}`, hash)
            .exec();
        }
      }
    });
    let fails = true;
    await put(1);
    own = new BrokerParty(6, broker, PARTY);
    own.worker(async () => {
      if (fails) throw new Error('not now');
    });
    await ended(1);
    fails = false;
    await put(1);
    await ended(2);
    expect(settled.map(([, { kind }]) => kind)).toEqual(['failed', 'confirmed']);
  });

  it('goes again when it is there no more', async () => {
    await put(1);
    await broker.admin((admin) => admin.flushall());
    await queues.look(false);
    expect(settled).toEqual([]);
    await queues.look(true);
    expect(settled).toEqual([[ids(1)[0], { kind: 'failed', class: 'ambiguous', code: 'taak-weg' }]]);
  });

  it('is still there when the broker was killed', async () => {
    await put(1);
    await broker.kill();
    await expect(queues.put(delivery(2))).rejects.toThrow();
    await broker.up();
    own = new BrokerParty(6, broker, PARTY);
    own.worker(async () => undefined);
    while (redis.status !== 'ready') await new Promise((resolve) => setTimeout(resolve, 20));
    await ended(1);
    expect(settled).toEqual([[ids(1)[0], { kind: 'confirmed' }]]);
  });
});

describe('the broker', () => {
  it('is asked for every right before a worker is made', async () => {
    expect(await missingRights(redis)).toEqual([]);
    await broker.user(
      'weinig',
      GATEWAY_RIGHTS.filter((right) => right !== '+xadd' && right !== '+client|setname'),
    );
    await broker.user(
      'elders',
      GATEWAY_RIGHTS.map((right) => right.replace('ijw-in-', 'anders-')),
    );
    const missing = async (user: string) => {
      const little = new Redis(broker.url(user));
      const found = await missingRights(little);
      little.disconnect();
      return found;
    };
    expect(await missing('weinig')).toEqual(['client|setname', 'xadd']);
    expect(await missing('elders')).toEqual(['keys']);
    expect(await broker.admin((admin) => admin.keys('*proef*'))).toEqual([]);
  });

  it('is not the Redis of the gateway, whatever that is called', async () => {
    const other = await BrokerServer.start();
    expect(await isSameServer(broker.url('gateway'), `redis://localhost:${broker.port}`)).toBe(true);
    expect(await isSameServer(broker.url('gateway'), other.url())).toBe(false);
    await other.stop();
    expect(await isSameServer(broker.url('gateway'), other.url())).toBe(false);
  });
});
