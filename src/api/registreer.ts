import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Beurt, Zwaarte } from './beurten.ts';
import { probleem } from './problems.ts';
import type { GezondheidRoute } from './routes.ts';
import { keyIdOf } from './toegang.ts';
import type { Api, ApiReply, ApiRequest, Route } from './vraag.ts';
import { verlaatInhoud, zend } from './zend.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Of a call that weighs. */
    beurt: Beurt | null;
  }
}

/** Puts one row of the table on the server. */
export function registreer(scope: FastifyInstance, route: Route, api: Api): void {
  scope.route({
    method: route.method,
    url: route.pad,
    config: { action: route.action },
    // Before anything of the body is read: a call that waits or is refused costs no more than its connection.
    onRequest: async (verzoek, antwoord) => neemBeurt(route, api, verzoek, antwoord),
    handler: async (verzoek, antwoord) => {
      const vraag = vraagVan(verzoek);
      const werk = async (): Promise<ApiReply> =>
        vraag === undefined ? probleem('ongeldige-parameter', { detail: EENMAAL }) : route.handler(vraag, api);
      const { beurt } = verzoek;
      return zend(antwoord, (beurt === null ? await werk() : await beurt.ga(werk)) ?? TE_VEEL);
    },
  });
}

export function registreerGezondheid(app: FastifyInstance, api: Api, routes: readonly GezondheidRoute[]): void {
  for (const { pad, action, handler } of routes) {
    app.get(pad, { config: { action, hierOpenbaar: true } }, async (_verzoek, antwoord) =>
      zend(antwoord, await handler(api)),
    );
  }
}

const EENMAAL = 'Elke parameter mag één keer voorkomen.';
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

/** Undefined when a query parameter stands there twice. */
function vraagVan(verzoek: FastifyRequest): ApiRequest | undefined {
  const { principal } = verzoek;
  if (principal === null) throw new Error('a route was reached without a key');
  const query = verzoek.query as Readonly<Record<string, unknown>>;
  if (Object.values(query).some((waarde) => typeof waarde !== 'string')) return undefined;
  return {
    principal,
    params: verzoek.params as Readonly<Record<string, string>>,
    query: query as Readonly<Record<string, string>>,
    header: (naam) => [verzoek.headers[naam]].flat().join(', ') || undefined,
    body: verzoek.body,
  };
}
