import { Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import { startRedis } from './private-server.mjs';

const AANTAL = 30_000;
const PER_KEER = 100;
const TEGELIJK = 4;

/** The ceiling: jobs a second that do nothing, added and worked off by one process, as the gateway adds and works. */
export async function noop() {
  const server = await startRedis();
  const verbindingen = [new Redis(server.socket), new Redis(server.socket, { maxRetriesPerRequest: null })];
  const [voeren, werken] = verbindingen;
  const queue = new Queue('noop', {
    connection: voeren,
    prefix: '{ijw}',
    defaultJobOptions: { removeOnComplete: true },
  });
  let klaar = 0;
  let op;
  const alles = new Promise((resolve) => {
    op = resolve;
  });
  const worker = new Worker('noop', async () => ++klaar === AANTAL && op(), {
    connection: werken,
    prefix: '{ijw}',
    concurrency: 50,
  });
  await worker.waitUntilReady();
  const begin = performance.now();
  let gevoerd = 0;
  const voer = async () => {
    while (gevoerd < AANTAL) {
      const eerste = gevoerd;
      gevoerd += PER_KEER;
      await queue.addBulk(Array.from({ length: PER_KEER }, (_, i) => ({ name: 'niets', data: { nr: eerste + i } })));
    }
  };
  await Promise.all([...Array.from({ length: TEGELIJK }, voer), alles]);
  const seconden = (performance.now() - begin) / 1000;
  await worker.close();
  await queue.close();
  for (const redis of verbindingen) redis.disconnect();
  await server.stop();
  return AANTAL / seconden;
}
