import type { Action } from '../access/actions.ts';
import { getAanspreekpunt, putAanspreekpunt } from './handlers/aanspreekpunt.ts';
import { getAfspraken, getAfsprakenVersies, putAfspraken } from './handlers/afspraken.ts';
import { getBericht, getBerichten, getXml } from './handlers/bericht.ts';
import { postBericht } from './handlers/bericht-insturen.ts';
import { postUitvoer, postVerwijdering } from './handlers/clienten.ts';
import { postControle } from './handlers/controle.ts';
import { getGebeurtenissen } from './handlers/gebeurtenissen.ts';
import { getHealth, getMetrics, getReady } from './handlers/gezondheid.ts';
import { getInzage } from './handlers/inzage.ts';
import { getInzicht } from './handlers/inzicht.ts';
import { deleteAbonnement, getAbonnementen, postAbonnement } from './handlers/kanalen/abonnementen.ts';
import { postOpnieuw } from './handlers/kanalen/afleveringen.ts';
import { getKanaal, getKanalen, putKanaal } from './handlers/kanalen/kanalen.ts';
import { getOpdracht } from './handlers/opdracht.ts';
import { getHerhaling, postHerhaling } from './handlers/refused/herhalingen.ts';
import { getOorzaken, putOorzaak } from './handlers/refused/oorzaken.ts';
import { postReplay } from './handlers/refused/replay.ts';
import { putSignaal } from './handlers/signaal-stand.ts';
import { getSignaalbudgetten, getVerdeling } from './handlers/signaalbudgetten.ts';
import { getSignalen } from './handlers/signalen.ts';
import { deleteSleutel, getSleutels, patchSleutel, postSleutel } from './handlers/sleutels.ts';
import { getTermijnen } from './handlers/termijnen.ts';
import { getToewijzing, putSignaalbudget } from './handlers/toewijzing.ts';
import { getUitgaand, postBevestiging, postBevestigingen } from './handlers/uitgaand.ts';
import { getUitleg } from './handlers/uitleg.ts';
import { getWerkbak, getWerkbakItem } from './handlers/werkbak.ts';
import { postWerkbak } from './handlers/werkbak-besluit.ts';
import { postZoeken } from './handlers/zoeken.ts';
import { DELETE_ABONNEMENT, GET_ABONNEMENTEN, POST_ABONNEMENTEN } from './schemas/abonnementen.ts';
import { GET_AFSPRAKEN, GET_AFSPRAKEN_VERSIES, PUT_AFSPRAKEN } from './schemas/afspraken.ts';
import {
  GET_BERICHT,
  GET_BERICHTEN,
  GET_UITGAAND,
  GET_XML,
  POST_BERICHTEN,
  POST_BEVESTIGING,
  POST_BEVESTIGINGEN,
  POST_CONTROLE,
  POST_OPNIEUW,
  POST_REPLAY,
} from './schemas/berichten.ts';
import type { CallSchema } from './schemas/call.ts';
import { GET_GEBEURTENISSEN } from './schemas/gebeurtenissen.ts';
import { GET_HEALTH, GET_METRICS, GET_READY } from './schemas/gezondheid.ts';
import { GET_INZAGE } from './schemas/inzage.ts';
import { GET_INZICHT } from './schemas/inzicht.ts';
import { GET_KANAAL, GET_KANALEN, PUT_KANAAL } from './schemas/kanalen.ts';
import { GET_OPDRACHT } from './schemas/opdrachten.ts';
import { GET_HERHALING, POST_HERHALINGEN } from './schemas/refused/herhalingen.ts';
import { GET_OORZAKEN, PUT_OORZAAK } from './schemas/refused/oorzaken.ts';
import { GET_SIGNAALBUDGETTEN, GET_VERDELING } from './schemas/signaalbudgetten.ts';
import { GET_SIGNALEN, PUT_SIGNAAL } from './schemas/signalen.ts';
import { DELETE_SLEUTEL, GET_SLEUTELS, PATCH_SLEUTEL, POST_SLEUTELS } from './schemas/sleutels.ts';
import { GET_TERMIJNEN } from './schemas/termijnen.ts';
import { GET_AANSPREEKPUNT, GET_TOEWIJZING, PUT_AANSPREEKPUNT, PUT_SIGNAALBUDGET } from './schemas/toewijzingen.ts';
import { GET_UITLEG } from './schemas/uitleg.ts';
import { GET_WERKBAK, GET_WERKBAK_ITEM, POST_WERKBAK } from './schemas/werkbak.ts';
import { POST_UITVOER, POST_VERWIJDERING, POST_ZOEKEN } from './schemas/zoeken.ts';
import type { Api, ApiReply, Handler, Route } from './vraag.ts';

/** One row; a handler that takes something else than its schema does not compile. */
function rij<const C extends CallSchema>(
  method: Route['method'],
  pad: string,
  action: Action,
  body: Route['body'],
  handler: Handler<NoInfer<C>>,
  schema: C,
  zwaarte?: Route['zwaarte'],
): Route {
  // What it is called with has passed this schema.
  const ander = handler as unknown as Handler;
  return { method, pad, action, body, handler: ander, schema, ...(zwaarte === undefined ? {} : { zwaarte }) };
}

/** Every call of the API: method, path, what it asks (src/access/actions.ts says who may), what body it takes, what does it (docs/api.md), what goes in and out, and what it costs. */
export const API_ROUTES: readonly Route[] = [
  rij('POST', '/api/v1/berichten', 'message.send', 'bericht', postBericht, POST_BERICHTEN),
  rij('GET', '/api/v1/berichten', 'message.list', 'geen', getBerichten, GET_BERICHTEN),
  rij('GET', '/api/v1/berichten/:id', 'message.read', 'geen', getBericht, GET_BERICHT),
  rij('GET', '/api/v1/berichten/:id/xml', 'message.open', 'geen', getXml, GET_XML),
  rij('POST', '/api/v1/berichten/:id/replay', 'message.replay', 'geen', postReplay, POST_REPLAY),
  rij('POST', '/api/v1/zoeken', 'client.search', 'json', postZoeken, POST_ZOEKEN),
  rij('POST', '/api/v1/clienten/uitvoer', 'client.show', 'json', postUitvoer, POST_UITVOER, 'rapport'),
  rij('POST', '/api/v1/clienten/verwijdering', 'client.erase', 'json', postVerwijdering, POST_VERWIJDERING, 'rapport'),
  // A trial changes nothing, and a key that only looks may ask for one; what is more the use case asks.
  rij('POST', '/api/v1/herhalingen', 'replay.try', 'json', postHerhaling, POST_HERHALINGEN),
  rij('GET', '/api/v1/herhalingen/:id', 'replay.try', 'geen', getHerhaling, GET_HERHALING),
  rij('GET', '/api/v1/oorzaken', 'cause.list', 'geen', getOorzaken, GET_OORZAKEN),
  rij('PUT', '/api/v1/oorzaken/:partij/:type/:regel', 'cause.set', 'json', putOorzaak, PUT_OORZAAK),
  rij('GET', '/api/v1/uitgaand', 'outgoing.list', 'geen', getUitgaand, GET_UITGAAND),
  rij('POST', '/api/v1/uitgaand/:id/bevestiging', 'outgoing.confirm', 'geen', postBevestiging, POST_BEVESTIGING),
  rij('POST', '/api/v1/afleveringen/:id/opnieuw', 'delivery.again', 'geen', postOpnieuw, POST_OPNIEUW),
  rij('POST', '/api/v1/uitgaand/bevestigingen', 'outgoing.confirm', 'json', postBevestigingen, POST_BEVESTIGINGEN),
  rij('GET', '/api/v1/gebeurtenissen', 'event.follow', 'geen', getGebeurtenissen, GET_GEBEURTENISSEN),
  rij('POST', '/api/v1/controle', 'message.try', 'xml', postControle, POST_CONTROLE, 'proef'),
  rij('PUT', '/api/v1/afspraken', 'agreements.replace', 'document', putAfspraken, PUT_AFSPRAKEN, 'proef?'),
  rij('GET', '/api/v1/afspraken', 'agreements.read', 'geen', getAfspraken, GET_AFSPRAKEN),
  rij(
    'GET',
    '/api/v1/afspraken/versies',
    'agreements.read',
    'geen',
    getAfsprakenVersies,
    GET_AFSPRAKEN_VERSIES,
    'rapport',
  ),
  rij('GET', '/api/v1/uitleg', 'agreements.explain', 'geen', getUitleg, GET_UITLEG),
  rij('POST', '/api/v1/sleutels', 'key.create', 'json', postSleutel, POST_SLEUTELS),
  rij('GET', '/api/v1/inzage', 'audit.list', 'geen', getInzage, GET_INZAGE),
  rij('GET', '/api/v1/sleutels', 'key.list', 'geen', getSleutels, GET_SLEUTELS),
  rij('PATCH', '/api/v1/sleutels/:id', 'key.change', 'json', patchSleutel, PATCH_SLEUTEL),
  rij('DELETE', '/api/v1/sleutels/:id', 'key.end', 'geen', deleteSleutel, DELETE_SLEUTEL),
  rij('PUT', '/api/v1/partijen/:code/kanaal', 'channel.set', 'json', putKanaal, PUT_KANAAL),
  rij('GET', '/api/v1/partijen/:code/kanaal', 'channel.read', 'geen', getKanaal, GET_KANAAL),
  rij('GET', '/api/v1/kanalen', 'channel.list', 'geen', getKanalen, GET_KANALEN),
  rij('GET', '/api/v1/toewijzingen/:gemeente/:nummer', 'toewijzing.open', 'geen', getToewijzing, GET_TOEWIJZING),
  rij(
    'PUT',
    '/api/v1/toewijzingen/:gemeente/:nummer/signaalbudget',
    'budget.grant',
    'json',
    putSignaalbudget,
    PUT_SIGNAALBUDGET,
  ),
  rij(
    'GET',
    '/api/v1/toewijzingen/:gemeente/:nummer/aanspreekpunt',
    'contact-point.read',
    'geen',
    getAanspreekpunt,
    GET_AANSPREEKPUNT,
  ),
  rij(
    'PUT',
    '/api/v1/toewijzingen/:gemeente/:nummer/aanspreekpunt',
    'contact-point.set',
    'json',
    putAanspreekpunt,
    PUT_AANSPREEKPUNT,
  ),
  rij('GET', '/api/v1/signalen', 'signal.list', 'geen', getSignalen, GET_SIGNALEN),
  rij('PUT', '/api/v1/signalen/:id', 'signal.set', 'json', putSignaal, PUT_SIGNAAL),
  rij('GET', '/api/v1/abonnementen', 'subscription.list', 'geen', getAbonnementen, GET_ABONNEMENTEN),
  rij('POST', '/api/v1/abonnementen', 'subscription.make', 'json', postAbonnement, POST_ABONNEMENTEN),
  rij('DELETE', '/api/v1/abonnementen/:id', 'subscription.end', 'geen', deleteAbonnement, DELETE_ABONNEMENT),
  rij('GET', '/api/v1/signaalbudgetten', 'budget.list', 'geen', getSignaalbudgetten, GET_SIGNAALBUDGETTEN, 'rapport'),
  rij('GET', '/api/v1/signaalbudgetten/verdeling', 'budget.list', 'geen', getVerdeling, GET_VERDELING, 'rapport'),
  rij('GET', '/api/v1/termijnen', 'term.list', 'geen', getTermijnen, GET_TERMIJNEN),
  rij('GET', '/api/v1/inzicht', 'report.insight', 'geen', getInzicht, GET_INZICHT, 'rapport'),
  rij('GET', '/api/v1/werkbak', 'werkbak.read', 'geen', getWerkbak, GET_WERKBAK, 'weging'),
  rij('GET', '/api/v1/werkbak/:id', 'werkbak.read', 'geen', getWerkbakItem, GET_WERKBAK_ITEM, 'weging'),
  rij('POST', '/api/v1/werkbak/:id', 'decision.make', 'json', postWerkbak, POST_WERKBAK, 'proef?'),
  rij('GET', '/api/v1/opdrachten/:id', 'command.read', 'geen', getOpdracht, GET_OPDRACHT),
];

export interface GezondheidRoute {
  readonly pad: string;
  readonly action: Action | 'openbaar';
  readonly schema: CallSchema;
  readonly handler: (api: Api) => Promise<ApiReply>;
}

/**
 * Numbers of the whole gateway: how busy each region is, and how fast requests are answered. For operators and beheerders;
 * from this machine without a key, so that a Prometheus beside it needs none.
 */
export const METRICS_ROUTE: GezondheidRoute = {
  pad: '/metrics',
  action: 'metrics.read',
  schema: GET_METRICS,
  handler: getMetrics,
};

/** What tells whether the process lives: in every role, without anything of anybody. */
export const GEZONDHEID_ROUTES: readonly GezondheidRoute[] = [
  { pad: '/health', action: 'openbaar', schema: GET_HEALTH, handler: getHealth },
  { pad: '/ready', action: 'openbaar', schema: GET_READY, handler: getReady },
  METRICS_ROUTE,
];
