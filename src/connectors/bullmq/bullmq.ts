import { setTimeout as sleep } from 'node:timers/promises';
import type { DeliveryOutcome } from '../../outbox/delivery-outcome.ts';
import type { DueDelivery } from '../../outbox/outbox.ts';
import { Periodic } from '../../services/periodic.ts';
import type { Connector, ConnectorDeps, ConnectorKind } from '../connector.ts';
import type { ConnectorDoor } from '../connector-in.ts';
import { BrokerRedis } from './broker-redis.ts';
import { InWorkers } from './in-workers.ts';
import { OutQueues } from './out-queues.ts';
import { isSameServer } from './same-server.ts';

/** How often it is looked what workers of parties did, and how many looks apart whether the jobs are still there (ms). */
const LOOK_MS = 1_000;
const ALL_EACH = 10;
/** How long BullMQ may take to end when the broker is away (ms). */
const CLOSE_MS = 5_000;

/** BullMQ, when BROKER_REDIS_URL names where. */
export const BULLMQ: ConnectorKind = {
  channel: 'bullmq',
  make: (deps) => (deps.config.brokerRedisUrl === null ? null : bullmqConnector(deps.config.brokerRedisUrl, deps)),
};

type Deps = Pick<ConnectorDeps, 'settings' | 'outbox' | 'health' | 'logger' | 'wake' | 'now'> & {
  readonly config: Pick<ConnectorDeps['config'], 'redisUrl'>;
};

export function bullmqConnector(url: string, deps: Deps) {
  const { settings, outbox, health, logger, now } = deps;
  let workers: InWorkers | null = null;
  const serve = () => {
    if (broker.usable) void workers?.serve(settings.withChannel('bullmq').map(({ partij }) => partij));
  };
  const broker = new BrokerRedis({
    ...{ url, health, logger },
    onLacking: () => void workers?.serve([]),
    onUsable: () => {
      serve();
      outbox.retryNow('bullmq').then(deps.wake, () => undefined);
    },
  });
  settings.onChange(serve);
  const queues = new OutQueues(broker.direct, outbox, now);
  let looks = 0;
  const watch = new Periodic({
    name: 'afgehaald bij broker',
    everyMs: LOOK_MS,
    work: async () => {
      serve();
      return broker.usable ? queues.look(looks++ % ALL_EACH === 0) : 0;
    },
    logger,
  });
  return {
    in: {
      name: 'bullmq',
      via: 'bullmq',
      async start(door: ConnectorDoor) {
        workers = new InWorkers({ redis: broker.redis, door, logger });
        serve();
      },
      async stop() {
        const ending = workers;
        workers = null;
        await atMost(CLOSE_MS, ending?.close());
      },
    },
    out: {
      channel: 'bullmq',
      atOnce: 16,
      leaseMs: 60_000,
      send: (delivery: DueDelivery): Promise<DeliveryOutcome> =>
        broker.usable ? queues.put(delivery) : Promise.resolve(AWAY),
    },
    async open() {
      if (deps.config.redisUrl !== null && (await isSameServer(url, deps.config.redisUrl))) throw new Error(OWN_REDIS);
      broker.open();
      watch.start();
    },
    async close() {
      await watch.stop();
      await atMost(CLOSE_MS, queues.close());
      broker.close();
    },
  } satisfies Connector;
}

const AWAY: DeliveryOutcome = { kind: 'failed', class: 'transient', code: 'broker-weg' };

const OWN_REDIS =
  'BROKER_REDIS_URL en REDIS_URL wijzen naar dezelfde Redis. Geef de broker een eigen Redis: partijen mogen niet bij de wachtrijen van de gateway kunnen.';

async function atMost(ms: number, work: Promise<unknown> | undefined): Promise<void> {
  const stop = new AbortController();
  await Promise.race([work, sleep(ms, undefined, { signal: stop.signal }).catch(() => undefined)]);
  stop.abort();
}
