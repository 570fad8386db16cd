import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { valideerAfspraken } from '../agreements/valideer.ts';
import type { Config } from '../config/config.ts';
import type { Logger } from '../log/logger.ts';
import { PACKAGE_ROOT } from '../standard/schema-files.ts';
import { openStore } from '../store/open-store.ts';
import type { Store } from '../store/store.ts';
import { newId } from '../store/uuid.ts';
import { AgreementsCache, type AgreementsInForce } from './agreements-cache.ts';
import { CommandRunner } from './commands.ts';
import { Doorbell } from './doorbell.ts';
import type { Gateway } from './gateway.ts';
import { JudgeHost } from './judge-host.ts';
import { LANDELIJK } from './lane.ts';
import { LocalGateway } from './local-gateway.ts';
import { NumberStock } from './number-stock.ts';
import { Reconciler } from './reconciler.ts';
import { provideRedis } from './redis-server.ts';
import { RegionWorkers } from './region-workers.ts';
import { Turns } from './turn.ts';
import { VerdictWatch } from './verdict-watch.ts';

export interface Started {
  readonly gateway: Gateway;
  close(): Promise<void>;
}

/** Test seams; production uses the defaults. */
export interface StartOptions {
  readonly now?: () => Date;
  /** False: nothing rings again for what waits (tests that prove the rings alone suffice). */
  readonly reconcile?: boolean;
}

/** Starts what the role of this process asks for: store, queue, judging threads, workers, reconciler. */
export async function startGateway(config: Config, logger: Logger, options: StartOptions = {}): Promise<Started> {
  const now = options.now ?? (() => new Date());
  const store = await openStore({
    databaseUrl: config.databaseUrl,
    dataDir: config.dataDir,
    sleutel: config.dataSleutel,
  });
  await store.migrate();
  await loadSampleAgreements(store, now());
  const redisServer = await provideRedis(config, logger);
  const connections: Redis[] = [];
  const connect = (): Redis => {
    // Null: commands wait for a lost connection to come back, as BullMQ wants it.
    const redis = new Redis(redisServer.url, { maxRetriesPerRequest: null });
    redis.on('error', (fout) => logger.warn('redis connection', { fout: fout.name }));
    connections.push(redis);
    return redis;
  };

  const agreements = await AgreementsCache.open(store);
  const watch = new VerdictWatch(store);
  const doorbell = new Doorbell({
    redis: connect(),
    prefix: config.queuePrefix,
    logger,
  });
  const judges = new JudgeHost();
  const numbers = new NumberStock(store);
  const loadKennis = store.loadKennis;
  const judging = { judges, numbers, loadKennis, newId };
  const commands = new CommandRunner({ store, ...judging });
  const turns = new Turns({ store, agreements, commands, watch, logger, ...judging });
  const workers = new RegionWorkers({
    connect,
    prefix: config.queuePrefix,
    turns,
    doorbell,
    logger,
  });
  const reconciler = new Reconciler(store, doorbell, logger);

  const judgesHere = config.rol === 'all' || config.rol === 'worker';
  if (judgesHere) {
    workers.serve(regionsToServe(agreements.current, config.regios));
    agreements.onChange((inForce) => workers.serve(regionsToServe(inForce, config.regios)));
    if (options.reconcile !== false) reconciler.start();
  }
  for (const regio of regionsToServe(agreements.current, null)) doorbell.queue(regio);

  const gateway = new LocalGateway({ store, agreements, doorbell, watch, judges, loadKennis, newId, now, logger });
  return {
    gateway,
    async close() {
      await reconciler.stop();
      await workers.close();
      await doorbell.close();
      await judges.close();
      for (const redis of connections) redis.disconnect();
      await store.close();
      await redisServer.stop();
    },
  };
}

function regionsToServe({ document }: AgreementsInForce, chosen: readonly string[] | null): string[] {
  const alle = [...document.regios.map((regio) => regio.code), LANDELIJK];
  return chosen === null ? alle : alle.filter((regio) => chosen.includes(regio));
}

/** An empty store begins with the sample agreements, so that a first start can be tried at once (DESIGN 5.1). */
async function loadSampleAgreements(store: Store, op: Date): Promise<void> {
  if ((await store.agreementsVersion()) > 0) return;
  const sample: unknown = JSON.parse(readFileSync(join(PACKAGE_ROOT, 'samples', 'afspraken.json'), 'utf8'));
  const valid = valideerAfspraken(sample);
  if (valid.kind === 'invalid') throw new Error('the sample agreements are not valid');
  await store.saveAgreements(valid.document, 'voorbeeld', op);
}
