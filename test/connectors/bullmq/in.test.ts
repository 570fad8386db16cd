import { Redis } from 'ioredis';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { InWorkers } from '../../../src/connectors/bullmq/in-workers.ts';
import type { ConnectorDoor } from '../../../src/connectors/connector-in.ts';
import { BrokerServer } from '../../servers/broker-redis.ts';
import { stilleLogger } from '../../servers/stille-logger.ts';
import { BrokerParty, VERSIONS } from './party.ts';
import { GATEWAY_RIGHTS, PARTY_RIGHTS } from './rights.ts';

const PARTY = '42420001';
let broker: BrokerServer;
let redis: Redis;
let workers: InWorkers;
let taken: { text: string; transportId: string | undefined; party: string }[] = [];
let door: ConnectorDoor;
const parties: BrokerParty[] = [];
/** A test that tries what it may not. */
let reaches = false;

beforeAll(async () => {
  broker = await BrokerServer.start();
  await broker.user('gateway', GATEWAY_RIGHTS);
  for (const party of [PARTY, '42420002']) await broker.user(party, PARTY_RIGHTS(party));
});
afterAll(() => broker.stop());

beforeEach(async () => {
  await broker.admin((admin) => admin.flushall());
  taken = [];
  door = async (bytes, { party, transportId }) => {
    const text = Buffer.from(bytes).toString();
    taken.push({ text, transportId, party });
    if (text === 'ander') return { kind: 'forbidden', zender: '42420002' };
    return { kind: 'stored', id: `id-${text}`, status: 'ontvangen' };
  };
  redis = new Redis(broker.url('gateway'), { maxRetriesPerRequest: null });
  redis.on('error', () => undefined);
  workers = new InWorkers({ redis, door: (bytes, from) => door(bytes, from), logger: stilleLogger, lockMs: 2_000 });
});
afterEach(async () => {
  const denied = await broker.admin((admin) => admin.call('ACL', 'LOG'));
  await broker.admin((admin) => admin.call('ACL', 'LOG', 'RESET'));
  // What BullMQ may not do it often says to nobody.
  if (!reaches) expect(denied).toEqual([]);
  reaches = false;
  await Promise.all(parties.splice(0).map((party) => party.close()));
  await workers.close();
  redis.disconnect();
});

function program(version: 5 | 6, party = PARTY): BrokerParty {
  const made = new BrokerParty(version, broker, party);
  parties.push(made);
  return made;
}

describe.each(VERSIONS)('what a party puts in with bullmq %i and its own user', (version) => {
  it('is stored under its id, in its order, and its result says so', async () => {
    await workers.serve([PARTY]);
    const own = program(version);
    const [queue, events] = [own.queue(), own.events()];
    await events.waitUntilReady();
    const jobs = [];
    for (let nr = 0; nr < 20; nr++)
      jobs.push(await queue.add('bericht', { xml: `é${nr}` }, nr === 3 ? { jobId: 'x-3' } : {}));
    const results = await Promise.all(jobs.map((job) => job.waitUntilFinished(events, 20_000)));
    expect(results).toEqual(jobs.map((_, nr) => ({ id: `id-é${nr}`, status: 'ontvangen' })));
    expect(taken.map(({ text }) => text)).toEqual(jobs.map((_, nr) => `é${nr}`));
    expect(taken[3]).toEqual({ text: 'é3', transportId: 'x-3', party: PARTY });
    expect(own.errors).toEqual([]);
  });

  it('fails with a code and what to do when it is no message of this party', async () => {
    await workers.serve([PARTY]);
    const own = program(version);
    const [queue, events] = [own.queue(), own.events()];
    await events.waitUntilReady();
    const why = async (data: unknown) => {
      const job = await queue.add('bericht', data, { attempts: 5 });
      const failed = await job.waitUntilFinished(events, 20_000).then(
        () => 'taken',
        (fout: Error) => fout.message,
      );
      expect((await queue.getJob(job.id ?? ''))?.attemptsMade).toBe(1);
      return failed;
    };
    expect(await why({ xml: 'ander' })).toMatch(/^andere-partij: .*\. Verbeter/);
    for (const data of [{}, { xml: 7 }, { XML: '<a/>' }])
      expect(await why(data)).toMatch(/^geen-ijw: De taak heeft geen xml/);
    expect(await why({ xml: 'x'.repeat(25 * 1024 * 1024 + 1) })).toMatch(/^te-groot: /);
  });
});

describe('a party’s queue', () => {
  it('stands still while nothing can be stored, and goes on in its order', async () => {
    let away = true;
    const works = door;
    door = (bytes, from) => (away ? Promise.reject(new Error('away')) : works(bytes, from));
    await workers.serve([PARTY]);
    const queue = program(6).queue();
    const jobs = await queue.addBulk(['a', 'b', 'c'].map((xml) => ({ name: 'bericht', data: { xml } })));
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(taken).toEqual([]);
    away = false;
    await until(async () => taken.length === 3);
    expect(taken.map(({ text }) => text)).toEqual(['a', 'b', 'c']);
    await until(async () => (await queue.getJob(jobs[2]?.id ?? ''))?.returnvalue?.id === 'id-c');
    expect((await queue.getJob(jobs[0]?.id ?? ''))?.attemptsMade).toBe(1);
  });

  it('keeps its order when a process is killed at a job, and after the broker was', async () => {
    // What a process that was killed leaves: a job that is active, whose lock ends by itself.
    const queue = program(6).queue();
    await queue.addBulk(['a', 'b', 'c'].map((xml) => ({ name: 'bericht', data: { xml } })));
    let begun = false;
    door = () => {
      begun = true;
      return new Promise(() => undefined);
    };
    const killed = new Redis(broker.url('gateway'), { maxRetriesPerRequest: null });
    killed.on('error', () => undefined);
    const dead = new InWorkers({
      redis: killed,
      door: (bytes, from) => door(bytes, from),
      logger: stilleLogger,
      lockMs: 2_000,
    });
    await dead.serve([PARTY]);
    await until(async () => begun);
    const works: ConnectorDoor = async (bytes, { party, transportId }) => {
      taken.push({ text: Buffer.from(bytes).toString(), transportId, party });
      return { kind: 'stored', id: 'x', status: 'ontvangen' };
    };
    await broker.kill();
    killed.disconnect();
    await broker.up();
    door = works;
    await workers.serve([PARTY]);
    await until(async () => taken.length === 3);
    expect(taken.map(({ text }) => text)).toEqual(['a', 'b', 'c']);
  }, 60_000);

  it('reaches no other queue: by its user, nor by naming it the parent of a job', async () => {
    reaches = true;
    const own = program(6);
    await expect(own.queue('ijw-in-42420002').add('bericht', { xml: 'a' })).rejects.toThrow(/NOPERM|can't access/);
    await expect(own.queue('ijw-uit-42420002').getJobs()).rejects.toThrow(/NOPERM|can't access/);
    const key = 'bull:ijw-uit-42420002:ouder';
    await broker.admin(async (admin) => {
      await admin.hset(key, { name: 'x', data: '{}', opts: '{}', timestamp: '1' });
      await admin.sadd(`${key}:dependencies`, `bull:ijw-in-${PARTY}:kind`);
      await admin.zadd('bull:ijw-uit-42420002:waiting-children', 1, 'ouder');
    });
    // Written by hand: BullMQ itself would ask for rights on the other queue.
    const queue = own.queue();
    await queue.add('bericht', { xml: 'kind' }, { jobId: 'kind' });
    await broker.admin((admin) =>
      admin.hset(`bull:ijw-in-${PARTY}:kind`, {
        parentKey: key,
        parent: JSON.stringify({ id: 'ouder', queueKey: 'bull:ijw-uit-42420002' }),
      }),
    );
    await workers.serve([PARTY]);
    await until(async () => (await queue.getJob('kind'))?.returnvalue?.id === 'id-kind');
    const left = await broker.admin((admin) => admin.zscore('bull:ijw-uit-42420002:waiting-children', 'ouder'));
    expect(left).toBe('1');
  });

  it('is served no more when the party has another way', async () => {
    await workers.serve([PARTY]);
    await workers.serve([]);
    const queue = program(6).queue();
    await queue.add('bericht', { xml: 'a' });
    await workers.serve(['42420002']);
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(taken).toEqual([]);
    await workers.serve([PARTY]);
    await until(async () => taken.length === 1);
  });
});

async function until(done: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 50_000; !(await done()); ) {
    if (Date.now() > end) throw new Error('it never came');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
