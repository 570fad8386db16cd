import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { Metrics } from '../api/metrics.ts';
import { buildMetricsServer, buildServer } from '../api/server.ts';
import { Sleutelkast } from '../api/sleutelkast.ts';
import type { Api } from '../api/vraag.ts';
import { type Config, loadConfig } from '../config/config.ts';
import type { Opties } from '../config/keuzes.ts';
import { dashboard } from '../dashboard/dashboard.ts';
import { foutVelden } from '../log/fout.ts';
import { createLogger, type Logger, say } from '../log/logger.ts';
import { startGateway } from '../pipeline/start.ts';

/** A stop that takes longer is cut off: what was not finished waits in the store. */
const STOP_MS = 25_000;
/** How long requests that are under way may take yet; whoever waits for a verdict finds it later. */
const GEDULD_MS = 10_000;

/** `ijw-gateway serve`: in the foreground until SIGTERM or SIGINT; exit 0 then, 2 for a wrong configuration. */
export async function serve(args: readonly string[]): Promise<number> {
  const opties = optiesVan(args);
  const geladen = opties === null ? null : loadConfig(process.env, opties);
  if (geladen === null || geladen.kind === 'invalid') {
    const fouten = geladen?.fouten ?? ['Gebruik: ijw-gateway serve [--role all|api|worker|delivery] [--regio AA,ZAWA]'];
    process.stderr.write(`De gateway start niet:\n${fouten.map((f) => `- ${f}\n`).join('')}`);
    return 2;
  }
  const { config } = geladen;
  const logger = createLogger(config.logLevel);
  process.on('uncaughtException', (fout) => {
    logger.error('unexpected error; the process ends', foutVelden(fout));
    process.exit(1);
  });
  try {
    const stop = await start(config, logger);
    await signaal();
    logger.info('stopping');
    setTimeout(() => process.exit(1), STOP_MS).unref();
    await stop();
    logger.info('stopped');
    return 0;
  } catch (fout) {
    logger.error('the gateway does not run', foutVelden(fout));
    process.stderr.write(`De gateway draait niet: ${fout instanceof Error ? fout.message : 'onbekende fout'}\n`);
    return 1;
  }
}

async function start(config: Config, logger: Logger): Promise<() => Promise<void>> {
  const { gateway, close } = await startGateway(config, logger);
  try {
    const sleutels = new Sleutelkast(gateway.store, config.beheerderSleutel);
    const metApi = config.rol === 'all' || config.rol === 'api';
    const eerste = metApi ? await sleutels.eerste() : null;
    if (eerste !== null) say(`Sleutel van de eerste beheerder (bewaar hem, u ziet hem één keer): ${eerste}`);
    const api: Api = { gateway, sleutels, metrics: new Metrics(), nu: () => new Date() };
    const { host, port, proxies, metricsPort } = config;
    const metricsElders = metricsPort !== null;
    const app = await buildServer({ api, logger, metApi, plugins: [dashboard(api)], proxies, metricsElders });
    const metrics = buildMetricsServer(api, logger);
    if (metricsElders) logger.info('metrics', { adres: await metrics.listen({ host, port: metricsPort }) });
    const adres = await app.listen({ host, port });
    logger.info('listening', { adres, rol: config.rol });
    return async () => {
      await metrics.close();
      await Promise.race([app.close(), sleep(GEDULD_MS, undefined, { ref: false })]);
      app.server.closeAllConnections();
      await close();
    };
  } catch (fout) {
    await close();
    throw fout;
  }
}

/** Null when the arguments cannot be read. */
function optiesVan(args: readonly string[]): Opties | null {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { role: { type: 'string' }, regio: { type: 'string', multiple: true } },
    });
    const regios = values.regio?.flatMap((lijst) => lijst.split(',')).map((regio) => regio.trim());
    return {
      ...(values.role === undefined ? {} : { rol: values.role }),
      ...(regios === undefined ? {} : { regios }),
    };
  } catch {
    return null;
  }
}

/** The first of them; npm and a terminal may both send one, so later ones are let pass. */
function signaal(): Promise<void> {
  return new Promise((klaar) => {
    for (const naam of ['SIGTERM', 'SIGINT'] as const) process.on(naam, () => klaar());
  });
}
