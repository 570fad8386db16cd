import type { Action } from '../access/actions.ts';
import { getAanspreekpunt, putAanspreekpunt } from './handlers/aanspreekpunt.ts';
import { getAfspraken, getAfsprakenVersies, putAfspraken } from './handlers/afspraken.ts';
import { getBericht, getBerichten, getXml } from './handlers/bericht.ts';
import { postBericht } from './handlers/bericht-insturen.ts';
import { postControle } from './handlers/controle.ts';
import { getHealth, getMetrics, getReady } from './handlers/gezondheid.ts';
import { getInzicht } from './handlers/inzicht.ts';
import { getOpdracht } from './handlers/opdracht.ts';
import { postReplay } from './handlers/replay.ts';
import { putSignaal } from './handlers/signaal-stand.ts';
import { getSignaalbudgetten, getVerdeling } from './handlers/signaalbudgetten.ts';
import { getSignalen } from './handlers/signalen.ts';
import { deleteSleutel, getSleutels, patchSleutel, postSleutel } from './handlers/sleutels.ts';
import { getTermijnen } from './handlers/termijnen.ts';
import { getToewijzing, putSignaalbudget } from './handlers/toewijzing.ts';
import { getUitgaand, postBevestiging } from './handlers/uitgaand.ts';
import { getUitleg } from './handlers/uitleg.ts';
import { getWerkbak, getWerkbakItem } from './handlers/werkbak.ts';
import { postWerkbak } from './handlers/werkbak-besluit.ts';
import type { Api, ApiReply, Handler, Route } from './vraag.ts';

type Regel = readonly [Route['method'], string, Action, Route['body'], Handler, Route['zwaarte']?];

/** Every call of the API: method, path, what it asks (src/access/actions.ts says who may), what body it takes, what does it (DESIGN 5.3), and what it costs. */
const TABEL: readonly Regel[] = [
  ['POST', '/api/v1/berichten', 'message.send', 'xml', postBericht],
  ['GET', '/api/v1/berichten', 'message.list', 'geen', getBerichten],
  ['GET', '/api/v1/berichten/:id', 'message.read', 'geen', getBericht],
  ['GET', '/api/v1/berichten/:id/xml', 'message.open', 'geen', getXml],
  ['POST', '/api/v1/berichten/:id/replay', 'message.replay', 'geen', postReplay],
  ['GET', '/api/v1/uitgaand', 'outgoing.list', 'geen', getUitgaand],
  ['POST', '/api/v1/uitgaand/:id/bevestiging', 'outgoing.confirm', 'geen', postBevestiging],
  ['POST', '/api/v1/controle', 'message.try', 'xml', postControle, 'proef'],
  ['PUT', '/api/v1/afspraken', 'agreements.replace', 'document', putAfspraken, 'proef?'],
  ['GET', '/api/v1/afspraken', 'agreements.read', 'geen', getAfspraken],
  ['GET', '/api/v1/afspraken/versies', 'agreements.read', 'geen', getAfsprakenVersies, 'rapport'],
  ['GET', '/api/v1/uitleg', 'agreements.explain', 'geen', getUitleg],
  ['POST', '/api/v1/sleutels', 'key.create', 'json', postSleutel],
  ['GET', '/api/v1/sleutels', 'key.list', 'geen', getSleutels],
  ['PATCH', '/api/v1/sleutels/:id', 'key.change', 'json', patchSleutel],
  ['DELETE', '/api/v1/sleutels/:id', 'key.end', 'geen', deleteSleutel],
  ['GET', '/api/v1/toewijzingen/:gemeente/:nummer', 'toewijzing.open', 'geen', getToewijzing],
  ['PUT', '/api/v1/toewijzingen/:gemeente/:nummer/signaalbudget', 'budget.grant', 'json', putSignaalbudget],
  ['GET', '/api/v1/toewijzingen/:gemeente/:nummer/aanspreekpunt', 'contact-point.read', 'geen', getAanspreekpunt],
  ['PUT', '/api/v1/toewijzingen/:gemeente/:nummer/aanspreekpunt', 'contact-point.set', 'json', putAanspreekpunt],
  ['GET', '/api/v1/signalen', 'signal.list', 'geen', getSignalen],
  ['PUT', '/api/v1/signalen/:id', 'signal.set', 'json', putSignaal],
  ['GET', '/api/v1/signaalbudgetten', 'budget.list', 'geen', getSignaalbudgetten, 'rapport'],
  ['GET', '/api/v1/signaalbudgetten/verdeling', 'budget.list', 'geen', getVerdeling, 'rapport'],
  ['GET', '/api/v1/termijnen', 'term.list', 'geen', getTermijnen],
  ['GET', '/api/v1/inzicht', 'report.insight', 'geen', getInzicht, 'rapport'],
  ['GET', '/api/v1/werkbak', 'werkbak.read', 'geen', getWerkbak, 'weging'],
  ['GET', '/api/v1/werkbak/:id', 'werkbak.read', 'geen', getWerkbakItem, 'weging'],
  ['POST', '/api/v1/werkbak/:id', 'decision.make', 'json', postWerkbak, 'proef?'],
  ['GET', '/api/v1/opdrachten/:id', 'command.read', 'geen', getOpdracht],
];

export const API_ROUTES: readonly Route[] = TABEL.map(([method, pad, action, body, handler, zwaarte]) => ({
  method,
  pad,
  action,
  body,
  handler,
  ...(zwaarte === undefined ? {} : { zwaarte }),
}));

export interface GezondheidRoute {
  readonly pad: string;
  readonly action: Action | 'openbaar';
  readonly handler: (api: Api) => Promise<ApiReply>;
}

/**
 * Numbers of the whole gateway: how busy each region is, and how fast what is guessed is answered. For who works with it;
 * from this machine without a key, so that a Prometheus beside it needs none.
 */
export const METRICS_ROUTE: GezondheidRoute = { pad: '/metrics', action: 'metrics.read', handler: getMetrics };

/** What tells whether the process lives: in every role, without anything of anybody. */
export const GEZONDHEID_ROUTES: readonly GezondheidRoute[] = [
  { pad: '/health', action: 'openbaar', handler: getHealth },
  { pad: '/ready', action: 'openbaar', handler: getReady },
  METRICS_ROUTE,
];
