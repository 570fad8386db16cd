import type { FastifyPluginAsync, FastifyRequest } from 'fastify';
import type { Action } from '../access/actions.ts';
import type { PartyPrincipal, StaffPrincipal } from '../access/principal.ts';
import { apiDocument } from '../api/openapi/served.ts';
import type { Api } from '../api/vraag.ts';
import { docsPagina } from './docs.ts';
import { overzicht } from './overzicht.ts';
import { STIJL } from './stijl.ts';
import { wachtrijen } from './wachtrijen.ts';

/** Pages hold no scripts; the board of queues brings its own, and would like fonts of Google's, which it does not get. */
const PAGINA = "default-src 'none'; style-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";
const BORD =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self'; img-src 'self' data:; " +
  "connect-src 'self'; frame-ancestors 'none'; base-uri 'self'; form-action 'none'";

/**
 * The operators' pages. One logs in with HTTP Basic: any name, the key as password; that is what a browser can do for
 * every page and every call of the board alike, without a session to keep.
 */
export function dashboard(api: Api): FastifyPluginAsync {
  return async (app) => {
    app.addHook('onRoute', (route) => {
      route.config = { action: actionOf(route.url), aanmelden: 'basic', ...route.config };
      // The board reads a query of its own.
      if (route.url.includes('/wachtrijen')) route.schema = {};
    });
    app.addHook('onRequest', async (verzoek, antwoord) => {
      antwoord.header('content-security-policy', verzoek.url.includes('/wachtrijen') ? BORD : PAGINA);
      antwoord.header('cache-control', 'no-store');
    });
    app.get('/', async (verzoek, antwoord) => {
      const principal = principalVan(verzoek);
      const tellingen = await api.gateway.reports.counts(principal);
      antwoord.type('text/html; charset=utf-8');
      return overzicht(tellingen, principal, MOMENT.format(api.nu())).tekst;
    });
    app.get('/docs', async (_verzoek, antwoord) => {
      antwoord.type('text/html; charset=utf-8');
      return docsPagina(apiDocument()).tekst;
    });
    app.get('/stijl.css', async (_verzoek, antwoord) => antwoord.type('text/css; charset=utf-8').send(STIJL));
    await app.register(wachtrijen(api.gateway, '/wachtrijen', true));
    await app.register(wachtrijen(api.gateway, '/beheer/wachtrijen', false));
  };
}

const MOMENT = new Intl.DateTimeFormat('nl-NL', {
  timeZone: 'Europe/Amsterdam',
  dateStyle: 'long',
  timeStyle: 'medium',
});

/** The board under /beheer may change queues, so it is asked as such for its pages too. */
function actionOf(url: string): Action {
  if (url.startsWith('/beheer/')) return 'queue.change';
  if (url.startsWith('/wachtrijen')) return 'queue.view';
  return url === '/docs' || url === '/stijl.css' ? 'docs.view' : 'page.view';
}

function principalVan({ principal }: FastifyRequest): PartyPrincipal | StaffPrincipal {
  if (principal === null) throw new Error('a page was reached without a key');
  return principal;
}
