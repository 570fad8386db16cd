import Fastify, {
  type FastifyInstance,
  type FastifyPluginAsync,
  type FastifyServerOptions,
  LogController,
} from 'fastify';
import type { TlsFiles } from '../config/tls.ts';
import { faultsArmed, pass } from '../faults/pass.ts';
import { fastifyLogger } from '../log/fastify-logger.ts';
import type { Logger } from '../log/logger.ts';
import { kaderFout, lijnFout } from './buiten-de-routes.ts';
import { toetsInvoer } from './checks/validator.ts';
import { vangFouten, weigerBijSluiten, weigerOnbewaarbaar } from './fouten.ts';
import { leesBericht, leesDocument, leesJson, leesNiets, leesXml } from './inhoud.ts';
import { lineOptions } from './line/line-options.ts';
import { BARE_HEADERS, securityHeaders } from './line/security-headers.ts';
import { OPENAPI_ROUTE } from './openapi/served.ts';
import { registreer, registreerGezondheid } from './registreer.ts';
import { watchEnds } from './request-end.ts';
import { API_ROUTES, GEZONDHEID_ROUTES, METRICS_ROUTE } from './routes.ts';
import { bewaakToegang } from './toegang.ts';
import type { Api, Route } from './vraag.ts';

/** A request with its body must be in within this time, else a slow sender holds a connection for ever. */
const VERZOEK_MS = 25_000;
/** Answers of which the log tells to which address they went: a key that was refused, or was not looked at. */
const GEWEIGERD = new Set([401, 403, 429]);

export interface ServerOpties {
  readonly api: Api;
  readonly logger: Logger;
  /** False for workers: they tell of their health only. */
  readonly metApi: boolean;
  /** The metrics have a port of their own (see buildMetricsServer). */
  readonly metricsElders?: boolean;
  /** Proxies whose X-Forwarded-For is believed: addresses and networks. */
  readonly proxies?: readonly string[];
  /** Absent or null: plain HTTP. */
  readonly tls?: TlsFiles | null;
  /** Pages and other ways in; their routes must say who may call them, too. */
  readonly plugins?: readonly FastifyPluginAsync[];
}

/** What is sent in is acknowledged by the answer. */
function killable(app: FastifyInstance): void {
  app.addHook('onSend', async ({ method }) => {
    if (method === 'POST') pass('http.answer.before');
  });
  app.addHook('onResponse', async ({ method }) => {
    if (method === 'POST') pass('http.answer.after');
  });
}

/** The HTTP server, not yet listening. */
export async function buildServer(opties: ServerOpties): Promise<FastifyInstance> {
  const { api, logger, metApi, plugins = [], proxies = [], metricsElders = false, tls = null } = opties;
  const options: FastifyServerOptions = {
    loggerInstance: fastifyLogger(logger),
    logController: new LogController({ disableRequestLogging: true }),
    requestTimeout: VERZOEK_MS,
    // X-Forwarded-For of anybody else is not believed: a client can write any address in it.
    trustProxy: proxies.length > 0 && [...proxies],
    forceCloseConnections: 'idle',
    ...lineOptions(tls),
    frameworkErrors: kaderFout,
    clientErrorHandler: lijnFout,
    return503OnClosing: false,
  };
  const app: FastifyInstance = Fastify(options);
  // An `Expect` header other than 100-continue is ignored; node would answer it with an empty 417.
  app.server.on('checkExpectation', (verzoek, antwoord) => app.routing(verzoek, antwoord));
  const alwaysSaid = Object.entries(securityHeaders(tls));
  app.addHook('onRequest', (_verzoek, antwoord, verder) => {
    for (const [name, value] of alwaysSaid) antwoord.raw.setHeader(name, value);
    verder();
  });
  if (faultsArmed()) killable(app);
  app.addHook('onResponse', async (verzoek, antwoord) => {
    const route = verzoek.routeOptions.url ?? 'onbekend';
    api.metrics.verzoek(verzoek.method, route, antwoord.statusCode, antwoord.elapsedTime / 1000);
    // What went well is counted by the metrics; a line for each would be most of the log.
    logger[antwoord.statusCode < 400 ? 'debug' : 'info']('verzoek', {
      method: verzoek.method,
      route,
      status: antwoord.statusCode,
      ms: Math.round(antwoord.elapsedTime),
      sleutel: verzoek.shownKey,
      ...(GEWEIGERD.has(antwoord.statusCode) ? { adres: verzoek.ip } : {}),
    });
  });
  watchEnds(app);
  weigerBijSluiten(app);
  await bewaakToegang(app, api.sleutels);
  app.decorateRequest('beurt', null);
  toetsInvoer(app);
  weigerOnbewaarbaar(app);
  vangFouten(app, logger);
  registreerGezondheid(
    app,
    api,
    metricsElders ? GEZONDHEID_ROUTES.filter((r) => r !== METRICS_ROUTE) : GEZONDHEID_ROUTES,
  );
  if (metApi) {
    registreerGezondheid(app, api, [OPENAPI_ROUTE]);
    for (const [soort, lees] of Object.entries(LEZERS)) {
      await app.register(async (scope) => {
        lees(scope);
        for (const route of API_ROUTES) if (route.body === soort) registreer(scope, route, api);
      });
    }
    for (const plugin of plugins) await app.register(plugin);
  }
  return app;
}

/** A server of the metrics alone, without keys, for a port that only those who may read them can reach. */
export function buildMetricsServer(api: Api, logger: Logger): FastifyInstance {
  const app: FastifyInstance = Fastify({ requestTimeout: VERZOEK_MS, handlerTimeout: VERZOEK_MS });
  app.addHook('onRequest', async (_verzoek, antwoord) => void antwoord.headers(BARE_HEADERS));
  toetsInvoer(app);
  vangFouten(app, logger);
  registreerGezondheid(app, api, [METRICS_ROUTE]);
  return app;
}

const LEZERS: Readonly<Record<Route['body'], (scope: FastifyInstance) => void>> = {
  bericht: leesBericht,
  xml: leesXml,
  json: leesJson,
  document: leesDocument,
  geen: leesNiets,
};
