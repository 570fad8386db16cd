import type { FastifyInstance, FastifyRequest } from 'fastify';
import { probleem } from './problems.ts';
import type { GezondheidRoute } from './routes.ts';
import type { Api, Route, Vraag } from './vraag.ts';
import { zend } from './zend.ts';

/** Puts one row of the table on the server. */
export function registreer(scope: FastifyInstance, route: Route, api: Api): void {
  scope.route({
    method: route.method,
    url: route.pad,
    config: { toegang: route.toegang },
    handler: async (verzoek, antwoord) => {
      const vraag = vraagVan(verzoek);
      if (vraag === undefined) return zend(antwoord, probleem('ongeldige-parameter', { detail: EENMAAL }));
      return zend(antwoord, await route.handler(vraag, api));
    },
  });
}

export function registreerGezondheid(app: FastifyInstance, api: Api, routes: readonly GezondheidRoute[]): void {
  for (const { pad, toegang, handler } of routes) {
    app.get(pad, { config: { toegang, hierOpenbaar: true } }, async (_verzoek, antwoord) =>
      zend(antwoord, await handler(api)),
    );
  }
}

const EENMAAL = 'Elke parameter mag één keer voorkomen.';

/** Undefined when a query parameter stands there twice. */
function vraagVan(verzoek: FastifyRequest): Vraag | undefined {
  const { sleutel } = verzoek;
  if (sleutel === null) throw new Error('a route was reached without a key');
  const query = verzoek.query as Readonly<Record<string, unknown>>;
  if (Object.values(query).some((waarde) => typeof waarde !== 'string')) return undefined;
  return {
    sleutel,
    params: verzoek.params as Readonly<Record<string, string>>,
    query: query as Readonly<Record<string, string>>,
    header: (naam) => [verzoek.headers[naam]].flat().join(', ') || undefined,
    body: verzoek.body,
  };
}
