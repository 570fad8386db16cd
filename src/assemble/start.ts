import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Redis } from 'ioredis';
import { Sleutelkast } from '../access/keys/sleutelkast.ts';
import { Sessiekast } from '../access/sessions/sessiekast.ts';
import { valideerAfspraken } from '../agreements/valideer.ts';
import { ChannelSettings } from '../channels/channel-settings.ts';
import type { Config } from '../config/config.ts';
import type { ConnectorKind } from '../connectors/connector.ts';
import { CONNECTORS } from '../connectors/registry.ts';
import type { Gateway } from '../gateway/gateway.ts';
import { localGateway } from '../gateway/local-gateway.ts';
import { HappeningHub } from '../happenings/hub.ts';
import { AgreementsCache, type AgreementsInForce } from '../judging/agreements-cache.ts';
import { JudgeHost } from '../judging/judge-host.ts';
import { NumberStock } from '../judging/number-stock.ts';
import { CommandRunner } from '../lanes/commands/command-runner.ts';
import { LANDELIJK } from '../lanes/lane.ts';
import { LaneTurns } from '../lanes/lane-turns.ts';
import { StoringNow } from '../lanes/storing-now.ts';
import { VerdictWatch } from '../lanes/verdict-watch.ts';
import type { Logger } from '../log/logger.ts';
import { startNotices } from '../notices/start-notices.ts';
import { OfferedMarks } from '../outbox/offered-marks.ts';
import { withPullChannel } from '../outbox/pull-channel.ts';
import { Doorbell } from '../queue/doorbell.ts';
import { shareHappenings } from '../queue/happening-hints.ts';
import { openRedis } from '../queue/redis/open-redis.ts';
import { provideRedis } from '../queue/redis/redis-server.ts';
import { RegionWorkers } from '../queue/region-workers.ts';
import { WorkerPresence } from '../queue/worker-presence.ts';
import { channelTroubles } from '../services/channel-troubles.ts';
import { LocalDoor } from '../services/local-commands.ts';
import { Periodic } from '../services/periodic.ts';
import { periodicServices } from '../services/periodic-jobs.ts';
import { lookAtQueues } from '../services/queue-look.ts';
import { Readiness } from '../services/readiness.ts';
import { QueueWatch } from '../services/watch-queues.ts';
import { PACKAGE_ROOT } from '../standard/schema-files.ts';
import type { SqlSource } from '../store/engine/sql-source.ts';
import { newId } from '../store/engine/uuid.ts';
import { guardedStore } from '../store/guarded-store.ts';
import { BY_HAND } from '../store/keeping/by.ts';
import { openStore } from '../store/open-store.ts';
import { onPerson, type PersonOrder } from '../store/person/order.ts';
import type { Store } from '../store/store.ts';
import { withFaultPoints } from '../store/with-fault-points.ts';
import { startConnectors } from './connectors.ts';
import { keepOthersOut } from './keep-others-out.ts';
import { patiently } from './patiently.ts';

export interface Started {
  readonly gateway: Gateway;
  /** Whose key a request bears. */
  readonly kast: Sleutelkast;
  /** Who is signed in at the pages. */
  readonly sessies: Sessiekast;
  close(): Promise<void>;
}

export interface StartOptions {
  /** Where what happens is told; who listens before the start misses nothing. */
  readonly hub?: HappeningHub;
  /**
   * The embedded engine, begun (in a folder that others were kept out of) before the rest of the program was loaded; closed with
   * the gateway, also when it does not start.
   */
  readonly engine?: Promise<SqlSource>;
  /** A seam for tests, as the others that follow; production uses the defaults. */
  readonly now?: () => Date;
  /** False: nothing rings again for what waits (tests that prove the rings alone suffice). */
  readonly reconcile?: boolean;
  /** Ways in place of the usual ones. */
  readonly connectors?: readonly ConnectorKind[];
  /** Judging threads in place of the usual ones; closed with the gateway. */
  readonly judges?: JudgeHost;
}

/** How long the store may take to take its first row (ms). */
const FIRST_BEAT_MS = 30_000;

/** How long turns that are under way may take to end by themselves (ms); what they leave waits in the store. */
const TURNS_MS = 15_000;
/** How long what goes in and out by the ways may take to end (ms); what was not settled is due again later. */
const CONNECTORS_MS = 10_000;
/** How soon what was set of a party in another process is seen (ms). */
const SETTINGS_MS = 2_000;
/** How long BullMQ may take to close when Redis may be away (ms). */
const QUEUE_CLOSE_TIMEOUT_MS = 2_000;

/** Starts what the role of this process asks for: store, queue, judging threads, workers, reconciler. */
export async function startGateway(config: Config, logger: Logger, options: StartOptions = {}): Promise<Started> {
  /** What was opened so far, to be closed in the opposite order. */
  const opened: (() => Promise<unknown>)[] = [];
  const close = async () => {
    for (const step of opened.splice(0).reverse()) await step();
  };
  try {
    return { ...(await assemble(config, logger, options, opened)), close };
  } catch (fout) {
    await close();
    throw fout;
  }
}

async function assemble(
  config: Config,
  logger: Logger,
  options: StartOptions,
  opened: (() => Promise<unknown>)[],
): Promise<Pick<Started, 'gateway' | 'kast' | 'sessies'>> {
  const now = options.now ?? (() => new Date());
  const { engine } = options;
  let taken = false;
  opened.push(async () => {
    if (!taken) await (await engine?.catch(() => undefined))?.end();
  });
  if (engine === undefined) keepOthersOut(config.dataDir, logger);
  const hub = options.hub ?? new HappeningHub(logger);
  // What takes long begins at once and is waited for where it is needed: reading the schemas, starting Redis, the store.
  const judges = options.judges ?? new JudgeHost();
  opened.push(() => judges.close());
  // Not awaited: /ready tells how it went.
  void judges.ready();
  const starting = provideRedis(config, logger);
  const started = starting.catch(() => null);
  opened.push(async () => (await started)?.stop());
  const plain = await openStore({
    databaseUrl: config.databaseUrl,
    dataDir: config.dataDir,
    ...(engine === undefined ? {} : { engine }),
    sleutel: config.dataSleutel,
    logger,
    judgesOwn: config.rol === 'all',
    tell: (happenings) => hub.publish(happenings),
  });
  taken = true;
  const store = withFaultPoints(plain);
  opened.push(() => store.close());
  await store.migrate();
  await tellPromise(config, store, logger);
  await loadSampleAgreements(store, now());
  if (config.databaseUrl === null) {
    const door = new LocalDoor(
      config.dataDir,
      {
        'keys rotate': store.rotateDataKey,
        'audit verify': store.verifyAudit,
        purge: () => store.purge({ terms: config.bewaartermijnen, now: now(), dryRun: false, by: BY_HAND }),
        client: (given) => onPerson(store, given as PersonOrder, now()),
        'purge --dry-run': () => store.purge({ terms: config.bewaartermijnen, now: now(), dryRun: true, by: BY_HAND }),
      },
      logger,
    );
    door.start();
    opened.push(() => door.stop());
  }
  const redisServer = await starting;
  const connections: Redis[] = [];
  const connect = (): Redis => {
    // Null: commands wait for a lost connection to come back, as BullMQ wants it.
    const redis = openRedis(redisServer.url, { maxRetriesPerRequest: null });
    redis.on('error', (fout) => logger.warn('redis connection', { fout: fout.name }));
    connections.push(redis);
    return redis;
  };
  opened.push(async () => {
    for (const redis of connections) redis.disconnect();
  });

  // Connected before anybody waits for it: on a busy machine the first connection takes longer than an answer may.
  await store.heartbeat.beat(FIRST_BEAT_MS);
  // For those who let somebody wait; turns have all the time.
  const guarded = guardedStore(store, logger);
  const marks = new OfferedMarks({ store: guarded, logger });
  opened.push(() => atMost(QUEUE_CLOSE_TIMEOUT_MS, marks.settled()));
  const storing = new StoringNow();
  const front = storing.seen(withPullChannel(guarded, marks));
  const agreements = await patiently(() => AgreementsCache.open(front));
  const served = (regio: string) => regionsToServe(agreements.current, null).includes(regio);
  const { queuePrefix: prefix } = config;
  const redis = connect();
  // A worker lets nobody wait.
  shareHappenings({ hub, redis, listener: config.rol === 'worker' ? null : connect(), prefix, logger });
  const doorbell = new Doorbell({ redis, prefix, logger, served });
  opened.push(() => atMost(QUEUE_CLOSE_TIMEOUT_MS, doorbell.close()));
  for (const regio of regionsToServe(agreements.current, null)) doorbell.queue(regio);

  const watch = new VerdictWatch(front, hub);
  const loadKennis = store.loadKennis;
  const judging = { judges, numbers: new NumberStock(store), loadKennis, newId, logger };
  const presence = new WorkerPresence(redis, config.queuePrefix, config.regios ?? []);
  const judgesHere = config.rol === 'all' || config.rol === 'worker';
  const here = () => (judgesHere ? regionsToServe(agreements.current, config.regios) : []);
  if (judgesHere) {
    const commands = new CommandRunner({ store, ...judging });
    const looking = (laan: string) => doorbell.heard(laan);
    const crowded = () => storing.crowded;
    const turns = new LaneTurns({ store, agreements, commands, looking, crowded, ...judging });
    const workers = new RegionWorkers({ connect, prefix: config.queuePrefix, turns, doorbell, logger });
    opened.push(async () => {
      const closed = workers.close();
      const ended = turns.stop();
      await atMost(TURNS_MS, ended);
      // Interrupts what is judged still, so that its turn ends and gives its lane back.
      await judges.close();
      await atMost(QUEUE_CLOSE_TIMEOUT_MS, Promise.all([ended, closed]));
    });
    const serve = () => {
      workers.serve(here());
      return presence.announce(here()).catch(() => undefined);
    };
    // Known before anybody looks who serves; a Redis that hangs keeps no process from starting.
    await atMost(QUEUE_CLOSE_TIMEOUT_MS, serve());
    agreements.onChange(() => void serve());
  }
  if (options.reconcile !== false) {
    const deps = {
      ...{ store, agreements, doorbell, presence, served: here, watch: new QueueWatch(), now, logger },
      terms: config.bewaartermijnen,
    };
    for (const service of periodicServices(config.rol, deps)) {
      service.start();
      opened.push(() => atMost(QUEUE_CLOSE_TIMEOUT_MS, service.stop()));
    }
  }
  const queueLook = () => lookAtQueues({ agreements, doorbell, presence });
  const settings = await patiently(() => ChannelSettings.open(front));
  const channels = () => channelTroubles(front, settings);
  const readiness = new Readiness({ heartbeat: store.heartbeat, doorbell, judges, queues: queueLook, channels });
  const kast = new Sleutelkast(front, config.beheerderSleutel, now);
  const sessies = new Sessiekast(front, kast, now);
  const targets = { privateAllowed: config.webhookPrive };
  const gateway = localGateway({
    ...{ store: front, agreements, doorbell, hub, watch, judges, readiness, queueLook, kast, sessies, newId, now },
    ...{ logger, settings, targets, loadKennis: front.loadKennis, mail: config.mail !== null },
  });
  const follow = followSettings(settings, logger);
  opened.push(() => follow.stop());
  if (config.rol === 'all' || config.rol === 'delivery') {
    const kinds = options.connectors ?? CONNECTORS;
    const end = await startConnectors({ kinds, config, store, settings, gateway, hub, logger, now });
    opened.push(() => atMost(CONNECTORS_MS, end()));
    const silence = startNotices({ config, store, gateway, agreements, now, logger });
    opened.push(() => atMost(CONNECTORS_MS, silence()));
  }
  return { gateway, kast, sessies };
}

/** Sees what other processes changed. */
function followSettings(settings: ChannelSettings, logger: Logger): Periodic {
  const work = async () => ((await settings.refresh()) ? 1 : 0);
  const follow = new Periodic({ name: 'kanaalinstellingen', everyMs: SETTINGS_MS, work, logger });
  follow.start();
  return follow;
}

/** Logs whether what is acknowledged survives a power cut: synced to disk (fsync) before the answer, or not. */
async function tellPromise(config: Config, store: Store, logger: Logger): Promise<void> {
  const off = await store.unsafeSettings();
  const database = config.databaseUrl === null ? 'embedded' : 'server';
  if (off.length > 0) logger.warn('a power cut may lose what was acknowledged', { database, off });
  else logger.info('what is acknowledged was synced to disk first', { database });
}

/** Waits for it, but not longer than this. */
async function atMost(ms: number, work: Promise<unknown>): Promise<void> {
  const stop = new AbortController();
  await Promise.race([work, sleep(ms, undefined, stop).catch(() => undefined)]);
  stop.abort();
}

/** Of the chosen ones; every worker listens for the lanes without region, for they belong to no process in particular. */
function regionsToServe({ document }: AgreementsInForce, chosen: readonly string[] | null): string[] {
  const regios = document.regios.map((regio) => regio.code);
  return [...regios.filter((regio) => chosen === null || chosen.includes(regio)), LANDELIJK];
}

/** An empty store begins with the sample agreements, so that a first start can be tried at once. */
async function loadSampleAgreements(store: Store, op: Date): Promise<void> {
  if ((await store.agreementsVersion()) > 0) return;
  const sample: unknown = JSON.parse(readFileSync(join(PACKAGE_ROOT, 'samples', 'afspraken.json'), 'utf8'));
  const valid = valideerAfspraken(sample);
  if (valid.kind === 'invalid') throw new Error('the sample agreements are not valid');
  await store.saveAgreements(valid.document, 'voorbeeld', op);
}
