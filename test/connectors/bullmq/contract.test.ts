import { Redis } from 'ioredis';
import { afterAll, beforeAll } from 'vitest';
import { InWorkers } from '../../../src/connectors/bullmq/in-workers.ts';
import { GEMEENTE } from '../../gateway/wereld.ts';
import { BrokerServer } from '../../servers/broker-redis.ts';
import { stilleLogger } from '../../servers/stille-logger.ts';
import { type WayInAtWork, wayInContract } from '../contract.ts';
import { BrokerParty } from './party.ts';
import { GATEWAY_RIGHTS, PARTY_RIGHTS } from './rights.ts';

/** What is not acknowledged by then waits in its queue (ms). */
const PATIENCE_MS = 3_000;
const PARTIES = [GEMEENTE, '0363'];

let broker: BrokerServer;
const open: (() => unknown)[] = [];
beforeAll(async () => {
  broker = await BrokerServer.start();
  await broker.user('gateway', GATEWAY_RIGHTS);
  for (const party of PARTIES) await broker.user(party, PARTY_RIGHTS(party));
});
afterAll(async () => {
  for (const close of open) await close();
  await broker.stop();
});

wayInContract('bullmq', async (): Promise<WayInAtWork> => {
  await broker.admin((admin) => admin.flushall());
  const redis = new Redis(broker.url('gateway'), { maxRetriesPerRequest: null });
  redis.on('error', () => undefined);
  const programs = new Map(PARTIES.map((party) => [party, new BrokerParty(6, broker, party)]));
  open.push(() => redis.disconnect(), ...[...programs.values()].map((program) => () => program.close()));
  let workers: InWorkers | null = null;
  return {
    connector: {
      ...{ name: 'bullmq', via: 'bullmq' },
      async start(door) {
        workers = new InWorkers({ redis, door, logger: stilleLogger });
        await workers.serve(PARTIES);
      },
      async stop() {
        await workers?.close();
      },
    },
    async post(party, bytes) {
      const program = programs.get(party);
      if (program === undefined) throw new Error('no such party');
      const [queue, events] = [program.queue(), program.events()];
      await events.waitUntilReady();
      const job = await queue.add('bericht', { xml: Buffer.from(bytes).toString() });
      const result = await job.waitUntilFinished(events, PATIENCE_MS).catch(() => null);
      return (result as { id: string } | null)?.id ?? null;
    },
  };
});
