import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Beurt, Zwaarte } from './beurten.ts';
import { getoetst } from './checks/validator.ts';
import { probleem } from './problems.ts';
import { endOf } from './request-end.ts';
import type { GezondheidRoute } from './routes.ts';
import { keyIdOf } from './toegang.ts';
import type { Api, ApiReply, ApiRequest, Route } from './vraag.ts';
import { verlaatInhoud, zend } from './zend.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** The turn of a call that has to wait for one (`Zwaarte`); null for all others. */
    beurt: Beurt | null;
  }
}

/**
 * The longest that a handler may take, whatever it waits for. A message that comes in has none: the store answers or is
 * given up within half a minute, the wait for a verdict ends by itself, and the framework's clock with its signal is a
 * tenth of what taking a small message costs.
 */
const ANTWOORD_MS = 150_000;

function isStream({ replies }: Route['schema']): boolean {
  return replies[200]?.media?.includes('text/event-stream') === true;
}

/** Puts one row of the table on the server. */
export function registreer(scope: FastifyInstance, route: Route, api: Api): void {
  scope.route({
    method: route.method,
    url: route.pad,
    config: { action: route.action },
    // A stream ends by what it streams.
    ...(route.action === 'message.send' || isStream(route.schema) ? {} : { handlerTimeout: ANTWOORD_MS }),
    schema: getoetst(route.schema),
    // Before anything of the body is read: a call that waits or is refused costs no more than its connection.
    onRequest: async (verzoek, antwoord) => neemBeurt(route, api, verzoek, antwoord),
    handler: async (verzoek, antwoord) => {
      const werk = (): Promise<ApiReply> => route.handler(vraagVan(verzoek, antwoord), api);
      const { beurt } = verzoek;
      return zend(antwoord, (beurt === null ? await werk() : await beurt.ga(werk)) ?? TE_VEEL);
    },
  });
}

export function registreerGezondheid(app: FastifyInstance, api: Api, routes: readonly GezondheidRoute[]): void {
  for (const { pad, action, schema, handler } of routes) {
    const config = { action, hierOpenbaar: true };
    app.get(pad, { config, handlerTimeout: ANTWOORD_MS, schema: getoetst(schema) }, async (_verzoek, antwoord) =>
      zend(antwoord, await handler(api)),
    );
  }
}

/** Seconds after which asking again makes sense. */
const TE_VEEL = probleem('te-veel-tegelijk', { headers: { 'retry-after': '5' } });

async function neemBeurt(
  route: Route,
  api: Api,
  verzoek: FastifyRequest,
  antwoord: FastifyReply,
): Promise<FastifyReply | undefined> {
  const zwaarte = zwaarteVan(route, verzoek);
  if (zwaarte === null) return undefined;
  const beurt = await api.beurten[zwaarte].vraag(keyIdOf(verzoek));
  if (beurt === null) {
    verlaatInhoud(verzoek, antwoord);
    return zend(antwoord, TE_VEEL);
  }
  verzoek.beurt = beurt;
  // Work that began goes on, and keeps its turn, also when nobody waits for it any more.
  for (const einde of ['finish', 'close']) antwoord.raw.once(einde, () => beurt.vervalt());
  if (antwoord.raw.closed || verzoek.raw.destroyed) beurt.vervalt();
  return undefined;
}

function zwaarteVan({ zwaarte }: Route, { query }: FastifyRequest): Zwaarte | null {
  if (zwaarte === undefined) return null;
  if (zwaarte !== 'proef?') return zwaarte;
  const { proef } = query as Readonly<Record<string, unknown>>;
  return proef === undefined || proef === 'false' ? null : 'proef';
}

function vraagVan(verzoek: FastifyRequest, antwoord: FastifyReply): ApiRequest {
  const { principal } = verzoek;
  if (principal === null) throw new Error('a route was reached without a key');
  return {
    principal,
    params: verzoek.params as Readonly<Record<string, string>>,
    query: verzoek.query as ApiRequest['query'],
    header: (naam) => [verzoek.headers[naam]].flat().join(', ') || undefined,
    body: verzoek.body,
    current: verzoek.current,
    until: () => endOf(verzoek, antwoord),
  };
}
