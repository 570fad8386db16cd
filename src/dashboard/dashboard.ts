import type { FastifyPluginAsync, FastifyRequest } from 'fastify';
import { apiDocument } from '../api/openapi/served.ts';
import type { Api } from '../api/vraag.ts';
import type { Rol, Sleutel } from '../store/keys/contract.ts';
import { docsPagina } from './docs.ts';
import { binnenZicht, overzicht } from './overzicht.ts';
import { STIJL } from './stijl.ts';
import { wachtrijen } from './wachtrijen.ts';

const TOEZICHT: readonly Rol[] = ['operator', 'beheerder'];
/** Whoever has a key: the page says what the program is, and nothing of anybody. */
const IEDER: readonly Rol[] = ['aanbieder', 'gemeente', 'operator', 'beheerder'];
const BEHEER: readonly Rol[] = ['beheerder'];

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
      const onder = route.url.startsWith('/beheer/') ? BEHEER : TOEZICHT;
      route.config = { toegang: onder, aanmelden: 'basic', ...route.config };
      // The board reads a query of its own.
      if (route.url.includes('/wachtrijen')) route.schema = {};
    });
    app.addHook('onRequest', async (verzoek, antwoord) => {
      antwoord.header('content-security-policy', verzoek.url.includes('/wachtrijen') ? BORD : PAGINA);
      antwoord.header('cache-control', 'no-store');
    });
    app.get('/', async (verzoek, antwoord) => {
      const sleutel = sleutelVan(verzoek);
      const tellingen = binnenZicht(await api.gateway.store.counts(), sleutel);
      antwoord.type('text/html; charset=utf-8');
      return overzicht(tellingen, sleutel, MOMENT.format(api.nu())).tekst;
    });
    const ieder = { config: { toegang: IEDER } };
    app.get('/docs', ieder, async (_verzoek, antwoord) => {
      antwoord.type('text/html; charset=utf-8');
      return docsPagina(apiDocument()).tekst;
    });
    app.get('/stijl.css', ieder, async (_verzoek, antwoord) => antwoord.type('text/css; charset=utf-8').send(STIJL));
    await app.register(wachtrijen(api.gateway, '/wachtrijen', true));
    await app.register(wachtrijen(api.gateway, '/beheer/wachtrijen', false));
  };
}

const MOMENT = new Intl.DateTimeFormat('nl-NL', {
  timeZone: 'Europe/Amsterdam',
  dateStyle: 'long',
  timeStyle: 'medium',
});

function sleutelVan(verzoek: FastifyRequest): Sleutel {
  if (verzoek.sleutel === null) throw new Error('a page was reached without a key');
  return verzoek.sleutel;
}
