import { setTimeout as sleep } from 'node:timers/promises';
import type { SystemPrincipal } from '../access/principal.ts';
import { beurtenVoorAlles } from '../api/beurten.ts';
import { buildMetricsServer, buildServer } from '../api/server.ts';
import { Streams } from '../api/stream/streams.ts';
import type { Api } from '../api/vraag.ts';
import { patiently } from '../assemble/patiently.ts';
import { startGateway } from '../assemble/start.ts';
import type { Config } from '../config/config.ts';
import { doorOf } from '../connectors/door-of.ts';
import { StufInbox } from '../connectors/stuf/inbox.ts';
import { stufRoutes } from '../connectors/stuf/route.ts';
import { dashboard } from '../dashboard/dashboard.ts';
import { warmPages } from '../dashboard/warm.ts';
import type { Gateway } from '../gateway/gateway.ts';
import { HappeningHub } from '../happenings/hub.ts';
import { foutVelden } from '../log/fout.ts';
import { type Logger, say } from '../log/logger.ts';
import { Metrics } from '../metrics/metrics.ts';
import type { SqlSource } from '../store/engine/sql-source.ts';

/** How long requests that are under way may take yet; whoever waits for a verdict finds it later. */
const GEDULD_MS = 10_000;

/** The gateway with its servers; gives what stops all of it. `engine` was begun before and is closed here, whatever happens. */
export async function runGateway(
  config: Config,
  logger: Logger,
  engine: Promise<SqlSource> | undefined,
): Promise<() => Promise<void>> {
  const hub = new HappeningHub(logger);
  const metrics = new Metrics(hub);
  const { gateway, kast, sessies, close } = await startGateway(config, logger, {
    hub,
    ...(engine === undefined ? {} : { engine }),
  });
  try {
    await patiently(() => meldOnbekendeRegios(config, gateway, logger));
    await meldWaarschuwingen(gateway, logger);
    const metApi = config.rol === 'all' || config.rol === 'api';
    const werk = { beurten: beurtenVoorAlles(), streams: new Streams() };
    const api: Api = { gateway, sleutels: kast, sessies, metrics, ...werk, nu: () => new Date() };
    const inbox = new StufInbox({ envelopes: gateway.envelopes, now: api.nu });
    await inbox.start(doorOf(gateway, inbox));
    const plugins = [dashboard(api), stufRoutes({ inbox, now: api.nu, logger })];
    const { host, port, proxies, metricsPort, tls } = config;
    const metricsElders = metricsPort !== null;
    const app = await buildServer({ api, logger, metApi, plugins, proxies, metricsElders, tls });
    const metricsServer = buildMetricsServer(api, logger);
    if (metricsElders) logger.info('metrics', { adres: await metricsServer.listen({ host, port: metricsPort }) });
    const adres = await app.listen({ host, port });
    logger.info('listening', { adres, rol: config.rol });
    const eerste = metApi ? await patiently(() => kast.eerste()) : null;
    if (eerste !== null) say(`Sleutel van de eerste beheerder (bewaar hem, u ziet hem één keer): ${eerste}`);
    const stopping = new AbortController();
    if (metApi) void warm(api, stopping.signal, logger);
    return async () => {
      stopping.abort();
      await metricsServer.close();
      await Promise.race([app.close(), sleep(GEDULD_MS, undefined, { ref: false })]);
      app.server.closeAllConnections();
      await inbox.stop();
      await close();
    };
  } catch (fout) {
    await close();
    throw fout;
  }
}

/** Beside the work, and of no consequence: whoever comes first waits a little longer without it. */
async function warm(api: Api, stopped: AbortSignal, logger: Logger): Promise<void> {
  const begin = performance.now();
  try {
    await warmPages(api, stopped);
    logger.debug('the first pages were made', { ms: Math.round(performance.now() - begin) });
  } catch (fout) {
    if (!stopped.aborted) logger.info('the first pages could not be made yet', foutVelden(fout));
  }
}

/** A region that the agreements do not know (yet): the worker waits for it, and whoever started it should know. */
async function meldOnbekendeRegios({ regios }: Config, gateway: Gateway, logger: Logger): Promise<void> {
  if (regios === null) return;
  const start: SystemPrincipal = { kind: 'system', name: 'start' };
  const bekend = (await gateway.agreements.document(start, null))?.document.regios ?? [];
  const onbekend = regios.filter((code) => !bekend.some((regio) => regio.code === code));
  if (onbekend.length === 0) return;
  logger.warn('no agreements know these regions', { regios: onbekend });
  const codes = bekend.map((regio) => regio.code).join(', ');
  process.stderr.write(
    `--regio ${onbekend.join(',')}: de afspraken kennen deze regio niet, dus er is geen werk voor. Bekend zijn ${codes}.\n`,
  );
}

/** What keeps messages from being judged at this moment; whoever starts a process should not have to find out. */
async function meldWaarschuwingen(gateway: Gateway, logger: Logger): Promise<void> {
  const { waarschuwingen } = await gateway.health.ready();
  for (const melding of waarschuwingen) {
    logger.warn('messages are not judged', { melding });
    process.stderr.write(`${melding}\n`);
  }
}
