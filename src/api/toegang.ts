import type { FastifyInstance, FastifyReply, FastifyRequest, RouteOptions } from 'fastify';
import type { Rol, Sleutel } from '../store/store.ts';
import { type ProbleemCode, probleem } from './problems.ts';
import type { Sleutelkast } from './sleutelkast.ts';
import { verlaatInhoud, zend } from './zend.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Who may call this route; a server with a route that says nothing does not start. */
    toegang?: readonly Rol[] | 'openbaar';
    /** How the key comes: as a bearer token, or (pages) as the password of HTTP Basic as well. */
    aanmelden?: 'bearer' | 'basic';
  }
  interface FastifyRequest {
    sleutel: Sleutel | null;
  }
}

/** Default deny: every route says who may call it, and every call is checked before anything of it is read. */
export function bewaakToegang(app: FastifyInstance, sleutels: Sleutelkast): void {
  app.decorateRequest('sleutel', null);
  const routes: RouteOptions[] = [];
  app.addHook('onRoute', (route) => {
    routes.push(route);
  });
  app.addHook('onReady', async () => {
    const zonder = routes.filter((r) => r.config?.toegang === undefined).map((r) => r.url);
    if (zonder.length > 0) throw new Error(`routes without roles: ${zonder.join(', ')}`);
  });
  app.addHook('onRequest', async (verzoek, antwoord) => {
    const weigering = await toets(verzoek, sleutels);
    if (weigering !== null) return weiger(verzoek, antwoord, weigering);
    return undefined;
  });
}

async function toets(verzoek: FastifyRequest, sleutels: Sleutelkast): Promise<ProbleemCode | null> {
  if (verzoek.is404) return null;
  const { toegang, aanmelden = 'bearer' } = verzoek.routeOptions.config;
  if (toegang === 'openbaar') return null;
  const geheim = geheimVan(verzoek.headers.authorization, aanmelden);
  if (geheim === null) return 'sleutel-ontbreekt';
  const sleutel = await sleutels.zoek(geheim);
  if (sleutel === undefined) return 'sleutel-onbekend';
  if (toegang?.includes(sleutel.rol) !== true) return 'rol-ongeschikt';
  if (aanmelden === 'basic' && vanElders(verzoek)) return 'andere-oorsprong';
  verzoek.sleutel = sleutel;
  return null;
}

function geheimVan(kop: string | undefined, aanmelden: 'bearer' | 'basic'): string | null {
  const [, schema = '', waarde = ''] = /^(\w+) +(\S+) *$/.exec(kop ?? '') ?? [];
  if (schema.toLowerCase() === 'bearer') return waarde;
  if (schema.toLowerCase() !== 'basic' || aanmelden !== 'basic') return null;
  const paar = Buffer.from(waarde, 'base64').toString('utf8');
  return paar.slice(paar.indexOf(':') + 1) || null;
}

/** A browser sends a password along by itself, so a page of another site may not make it change anything. */
function vanElders(verzoek: FastifyRequest): boolean {
  if (verzoek.method === 'GET' || verzoek.method === 'HEAD') return false;
  const site = verzoek.headers['sec-fetch-site'];
  if (site !== undefined) return site !== 'same-origin';
  const oorsprong = verzoek.headers.origin;
  return oorsprong !== undefined && oorsprong.replace(/^https?:\/\//, '') !== verzoek.headers.host;
}

function weiger(verzoek: FastifyRequest, antwoord: FastifyReply, code: ProbleemCode): FastifyReply {
  const schema = verzoek.routeOptions.config.aanmelden === 'basic' ? 'Basic' : 'Bearer';
  const vraagt = code === 'sleutel-ontbreekt' || code === 'sleutel-onbekend';
  const headers = vraagt ? { 'www-authenticate': `${schema} realm="ijw-gateway"` } : {};
  verlaatInhoud(verzoek, antwoord);
  return zend(antwoord, probleem(code, { headers }));
}
