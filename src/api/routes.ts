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
import { deleteSleutel, getSleutels, postSleutel } from './handlers/sleutels.ts';
import { getTermijnen } from './handlers/termijnen.ts';
import { getToewijzing, putSignaalbudget } from './handlers/toewijzing.ts';
import { getUitgaand, postBevestiging } from './handlers/uitgaand.ts';
import { getUitleg } from './handlers/uitleg.ts';
import { getWerkbak, getWerkbakItem } from './handlers/werkbak.ts';
import { postWerkbak } from './handlers/werkbak-besluit.ts';
import type { Api, ApiReply, Handler, Route, Toegang } from './vraag.ts';

const PARTIJEN: Toegang = ['aanbieder', 'gemeente'];
const GEMEENTE: Toegang = ['gemeente'];
const BEHEER: Toegang = ['beheerder'];
const TOEZICHT: Toegang = ['operator', 'beheerder'];
const IEDER: Toegang = ['aanbieder', 'gemeente', 'operator', 'beheerder'];

type Regel = readonly [Route['method'], string, Toegang, Route['body'], Handler, Route['zwaarte']?];

/** Every call of the API: method, path, who may, what body it takes, what does it (docs/api.md), and what it costs. */
const TABEL: readonly Regel[] = [
  ['POST', '/api/v1/berichten', PARTIJEN, 'xml', postBericht],
  ['GET', '/api/v1/berichten', IEDER, 'geen', getBerichten],
  ['GET', '/api/v1/berichten/:id', IEDER, 'geen', getBericht],
  ['GET', '/api/v1/berichten/:id/xml', IEDER, 'geen', getXml],
  ['POST', '/api/v1/berichten/:id/replay', TOEZICHT, 'geen', postReplay],
  ['GET', '/api/v1/uitgaand', PARTIJEN, 'geen', getUitgaand],
  ['POST', '/api/v1/uitgaand/:id/bevestiging', PARTIJEN, 'geen', postBevestiging],
  ['POST', '/api/v1/controle', PARTIJEN, 'xml', postControle, 'proef'],
  ['PUT', '/api/v1/afspraken', BEHEER, 'document', putAfspraken, 'proef?'],
  ['GET', '/api/v1/afspraken', BEHEER, 'geen', getAfspraken],
  ['GET', '/api/v1/afspraken/versies', BEHEER, 'geen', getAfsprakenVersies, 'rapport'],
  ['GET', '/api/v1/uitleg', IEDER, 'geen', getUitleg],
  ['POST', '/api/v1/sleutels', BEHEER, 'json', postSleutel],
  ['GET', '/api/v1/sleutels', BEHEER, 'geen', getSleutels],
  ['DELETE', '/api/v1/sleutels/:id', BEHEER, 'geen', deleteSleutel],
  ['GET', '/api/v1/toewijzingen/:gemeente/:nummer', IEDER, 'geen', getToewijzing],
  ['PUT', '/api/v1/toewijzingen/:gemeente/:nummer/signaalbudget', GEMEENTE, 'json', putSignaalbudget],
  ['GET', '/api/v1/toewijzingen/:gemeente/:nummer/aanspreekpunt', IEDER, 'geen', getAanspreekpunt],
  ['PUT', '/api/v1/toewijzingen/:gemeente/:nummer/aanspreekpunt', GEMEENTE, 'json', putAanspreekpunt],
  ['GET', '/api/v1/signalen', IEDER, 'geen', getSignalen],
  ['PUT', '/api/v1/signalen/:id', PARTIJEN, 'json', putSignaal],
  ['GET', '/api/v1/signaalbudgetten', IEDER, 'geen', getSignaalbudgetten, 'rapport'],
  ['GET', '/api/v1/signaalbudgetten/verdeling', IEDER, 'geen', getVerdeling, 'rapport'],
  ['GET', '/api/v1/termijnen', IEDER, 'geen', getTermijnen],
  ['GET', '/api/v1/inzicht', ['gemeente', 'operator', 'beheerder'], 'geen', getInzicht, 'rapport'],
  ['GET', '/api/v1/werkbak', GEMEENTE, 'geen', getWerkbak, 'weging'],
  ['GET', '/api/v1/werkbak/:id', GEMEENTE, 'geen', getWerkbakItem, 'weging'],
  ['POST', '/api/v1/werkbak/:id', GEMEENTE, 'json', postWerkbak, 'proef?'],
  ['GET', '/api/v1/opdrachten/:id', GEMEENTE, 'geen', getOpdracht],
];

export const API_ROUTES: readonly Route[] = TABEL.map(([method, pad, toegang, body, handler, zwaarte]) => ({
  method,
  pad,
  toegang,
  body,
  handler,
  ...(zwaarte === undefined ? {} : { zwaarte }),
}));

export interface GezondheidRoute {
  readonly pad: string;
  readonly toegang: Toegang | 'openbaar';
  readonly handler: (api: Api) => Promise<ApiReply>;
}

/**
 * Numbers of the whole gateway: how busy each region is, how fast requests are answered. For operators and beheerders;
 * from this machine without a key, so that a Prometheus beside it needs none.
 */
export const METRICS_ROUTE: GezondheidRoute = { pad: '/metrics', toegang: TOEZICHT, handler: getMetrics };

/** What tells whether the process lives: in every role, without anything of anybody. */
export const GEZONDHEID_ROUTES: readonly GezondheidRoute[] = [
  { pad: '/health', toegang: 'openbaar', handler: getHealth },
  { pad: '/ready', toegang: 'openbaar', handler: getReady },
  METRICS_ROUTE,
];
