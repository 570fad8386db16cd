import { API_ROUTES, GEZONDHEID_ROUTES, type GezondheidRoute, METRICS_ROUTE } from '../routes.ts';
import { GET_OPENAPI } from '../schemas/gezondheid.ts';
import { openApi } from './document.ts';
import type { ApiDocument } from './shape.ts';

let made: ApiDocument | undefined;

/** The document of this very program; made once, when it is first asked for. */
export function apiDocument(): ApiDocument {
  made ??= openApi([
    ...API_ROUTES,
    ...[OPENAPI_ROUTE, ...GEZONDHEID_ROUTES].map((route) => {
      return { ...route, method: 'GET' as const, hierOpenbaar: route === METRICS_ROUTE };
    }),
  ]);
  return made;
}

let text: string | undefined;

/** For everybody: it says what the program is, and nothing of anybody. */
export const OPENAPI_ROUTE: GezondheidRoute = {
  pad: '/api/v1/openapi.json',
  action: 'openbaar',
  schema: GET_OPENAPI,
  handler: async () => {
    text ??= JSON.stringify(apiDocument());
    return { status: 200, headers: { 'content-type': 'application/json; charset=utf-8' }, body: text };
  },
};
