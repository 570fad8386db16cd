import { setTimeout as sleep } from 'node:timers/promises';
import type { SystemPrincipal } from '../access/principal.ts';
import { beurtenVoorAlles } from '../api/beurten.ts';
import { buildMetricsServer, buildServer } from '../api/server.ts';
import { Streams } from '../api/stream/streams.ts';
import type { Api } from '../api/vraag.ts';
import { patiently } from '../assemble/patiently.ts';
import { startGateway } from '../assemble/start.ts';
import { type Config, loadConfig } from '../config/config.ts';
import { type Opties, PROCESS_ROLLEN } from '../config/keuzes.ts';
import { doorOf } from '../connectors/door-of.ts';
import { StufInbox } from '../connectors/stuf/inbox.ts';
import { stufRoutes } from '../connectors/stuf/route.ts';
import { dashboard } from '../dashboard/dashboard.ts';
import { warmPages } from '../dashboard/warm.ts';
import { armFaults } from '../faults/pass.ts';
import type { Gateway } from '../gateway/gateway.ts';
import { HappeningHub } from '../happenings/hub.ts';
import { foutVelden } from '../log/fout.ts';
import { createLogger, type Logger, say } from '../log/logger.ts';
import { Metrics } from '../metrics/metrics.ts';
import { poortFout } from './listen-port.ts';
import { leesOpties, meldOnjuist } from './opties.ts';
import { startReden } from './start-reason.ts';

/** A stop that takes longer is cut off: what was not finished waits in the store. */
const STOP_MS = 25_000;
/** How long requests that are under way may take yet; whoever waits for a verdict finds it later. */
const GEDULD_MS = 10_000;

export const GEBRUIK = `Gebruik: ijw-gateway serve [--role ${PROCESS_ROLLEN.join('|')}] [--regio AA,ZAWA]\n`;

/**
 * `ijw-gateway serve`: in the foreground until SIGTERM or SIGINT; exit 0 then, 2 for a wrong configuration or a port that
 * is taken.
 */
export async function serve(args: readonly string[]): Promise<number> {
  const gelezen = leesOpties(args, { role: 'tekst', regio: 'teksten' });
  if (gelezen.kind === 'onjuist') return meldOnjuist(gelezen.fouten, GEBRUIK);
  const { opties, rest } = gelezen;
  if (rest.length > 0) return meldOnjuist([`Onverwacht: ${rest.join(' ')}.`], GEBRUIK);
  const geladen = loadConfig(process.env, optiesVan(opties));
  if (geladen.kind === 'invalid') return startNiet(geladen.fouten);
  const { config } = geladen;
  // Before anything is made: a second gateway on this machine would leave a database and a key that nobody asked for.
  const bezet = await poortFout(config.host, config.port);
  if (bezet !== null) return startNiet([bezet]);
  // What is written from here on, by us and by the private Redis, is for this account alone.
  process.umask(0o077);
  const logger = createLogger(config.logLevel);
  if (config.fault !== null) {
    logger.warn('IJW_FAULT is set: this process is going to kill itself', { point: config.fault.point });
    armFaults(config.fault);
  }
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
    process.stderr.write(`De gateway draait niet: ${startReden(fout, config)}\n`);
    return 1;
  }
}

async function start(config: Config, logger: Logger): Promise<() => Promise<void>> {
  const hub = new HappeningHub(logger);
  const metrics = new Metrics(hub);
  const { gateway, kast, sessies, close } = await startGateway(config, logger, { hub });
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

function startNiet(fouten: readonly string[]): number {
  process.stderr.write(`De gateway start niet:\n${fouten.map((f) => `- ${f}\n`).join('')}`);
  return 2;
}

function optiesVan({ role, regio }: { role: string | undefined; regio: readonly string[] }): Opties {
  const regios = regio.flatMap((lijst) => lijst.split(',')).map((code) => code.trim());
  return { ...(role === undefined ? {} : { rol: role }), ...(regio.length === 0 ? {} : { regios }) };
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

/** The first SIGTERM or SIGINT; later ones are ignored, since npm and the terminal may each send one. */
function signaal(): Promise<void> {
  return new Promise((klaar) => {
    for (const naam of ['SIGTERM', 'SIGINT'] as const) process.on(naam, () => klaar());
  });
}
