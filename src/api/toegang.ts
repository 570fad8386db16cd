import { BlockList, isIPv6 } from 'node:net';
import type { FastifyInstance, FastifyReply, FastifyRequest, RouteOptions } from 'fastify';
import { type Action, refusal, TRIALS } from '../access/actions.ts';
import type { Sleutel } from '../access/keys/contract.ts';
import type { Sleutelkast } from '../access/keys/sleutelkast.ts';
import { type PartyPrincipal, type Principal, principalOf, type StaffPrincipal } from '../access/principal.ts';
import { certifiedPrincipal, partyOfCertificate } from './certificate.ts';
import { GuessBrake } from './guess-brake.ts';
import { type ProbleemCode, probleem } from './problems.ts';
import { verlaatInhoud, zend } from './zend.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What this route asks, so who may call it; a server with a route that says nothing does not start. */
    action?: Action | 'openbaar';
    /** Without a key from this machine. */
    hierOpenbaar?: boolean;
    /**
     * How the key comes: as a bearer token, or as the password of HTTP Basic as well: of pages (`basic`) with any name, of
     * envelopes (`partij`) with the code of the party as the name, or else by a certificate.
     */
    aanmelden?: 'bearer' | 'basic' | 'partij';
  }
  interface FastifyRequest {
    principal: PartyPrincipal | StaffPrincipal | null;
    /** Who it is by now; null when it may not do this any more. */
    current: () => Promise<Principal | null>;
  }
}

const HIER = new BlockList();
HIER.addSubnet('127.0.0.0', 8, 'ipv4');
HIER.addAddress('::1', 'ipv6');

/** Default deny: every route says who may call it, and every call is checked before anything of it is read. */
export async function bewaakToegang(app: FastifyInstance, sleutels: Sleutelkast): Promise<void> {
  app.decorateRequest('principal', null);
  app.decorateRequest('current', async () => null);
  const routes: RouteOptions[] = [];
  app.addHook('onRoute', (route) => {
    routes.push(route);
  });
  app.addHook('onReady', async () => {
    const zonder = routes.filter((r) => r.config?.action === undefined).map((r) => r.url);
    if (zonder.length > 0) throw new Error(`routes without an action: ${zonder.join(', ')}`);
  });
  app.addHook('onRequest', async (verzoek, antwoord) => {
    const weigering = await toets(verzoek, sleutels, rem);
    if (weigering !== null) return weiger(verzoek, antwoord, weigering);
    return undefined;
  });
  const rem = await GuessBrake.on(app);
}

/** Why a request is refused; seconds when it may try again later. */
type Weigering = ProbleemCode | { readonly retryAfter: number };

async function toets(verzoek: FastifyRequest, sleutels: Sleutelkast, rem: GuessBrake): Promise<Weigering | null> {
  if (verzoek.is404) return null;
  const { action, aanmelden = 'bearer', hierOpenbaar = false } = verzoek.routeOptions.config;
  if (action === 'openbaar' || (hierOpenbaar && vanHier(verzoek))) return null;
  const bekend = await wie(verzoek, aanmelden, sleutels, rem);
  if (typeof bekend === 'string' || !('principal' in bekend)) return bekend;
  const { principal, sleutelNu } = bekend;
  const reden = action === undefined ? 'role' : refusal(principal, asked(action, verzoek));
  if (reden !== null) return reden === 'role' ? 'rol-ongeschikt' : 'alleen-lezen';
  if (aanmelden !== 'bearer' && vanElders(verzoek)) return 'andere-oorsprong';
  verzoek.principal = principal;
  const eerst = bekend.sleutel;
  verzoek.current = async () => {
    const sleutel = await sleutelNu();
    // The same key as it was is the same principal: whoever asks often need not look anew at what it sees.
    if (sleutel === eerst) return principal;
    if (sleutel === undefined || action === undefined) return null;
    const now = principalOf(sleutel, principal.via);
    return refusal(now, asked(action, verzoek)) === null ? now : null;
  };
  return null;
}

const VIA = { bearer: 'http', basic: 'web', partij: 'stuf' } as const;

/** Who asks, by which key, and whose that key is by now; a certificate holds as long as its line. */
interface Bekend {
  readonly principal: PartyPrincipal | StaffPrincipal;
  readonly sleutel: Sleutel | undefined;
  readonly sleutelNu: () => Promise<Sleutel | undefined>;
}

async function wie(
  verzoek: FastifyRequest,
  aanmelden: keyof typeof VIA,
  sleutels: Sleutelkast,
  rem: GuessBrake,
): Promise<Bekend | Weigering> {
  const via = VIA[aanmelden];
  const aangeboden = geheimVan(verzoek.headers.authorization, aanmelden);
  if (aangeboden === null) {
    const partij = aanmelden === 'partij' ? partyOfCertificate(verzoek.socket) : null;
    if (partij === null) return 'sleutel-ontbreekt';
    return { principal: certifiedPrincipal(partij, via), sleutel: undefined, sleutelNu: async () => undefined };
  }
  const { geheim, naam } = aangeboden;
  const poging = await rem.attempt(verzoek, sleutels.naam(geheim, verzoek.ip), async () => {
    const sleutel = await sleutels.zoek(geheim);
    return sleutel === undefined || (via === 'stuf' && !isVan(sleutel, naam)) ? undefined : sleutel;
  });
  if (poging.kind === 'braked') return poging;
  if (poging.kind === 'wrong') return 'sleutel-onbekend';
  return { principal: principalOf(poging.value, via), sleutel: poging.value, sleutelNu: () => sleutels.zoek(geheim) };
}

/** A key that comes with a name is of the party of that name. Staff has none, and is refused by its role. */
function isVan({ partij, partijen }: Sleutel, naam: string | null): boolean {
  const van = partijen ?? (partij === null ? [] : [partij]);
  return naam === null || van.length === 0 || van.includes(naam);
}

/** With `?proef=true` nothing is changed. */
function asked(action: Action, { query }: FastifyRequest): Action {
  return (query as Readonly<Record<string, unknown>>).proef === 'true' ? (TRIALS[action] ?? action) : action;
}

/** Of the key of this request; empty without one. */
export function keyIdOf({ principal }: FastifyRequest): string {
  return principal?.keyId ?? '';
}

/** From this machine, and not for somebody else by a proxy on it. */
function vanHier({ socket, headers }: FastifyRequest): boolean {
  const doorgegeven = ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via'].some((kop) => headers[kop] !== undefined);
  return !doorgegeven && HIER.check(socket.remoteAddress ?? '', isIPv6(socket.remoteAddress ?? '') ? 'ipv6' : 'ipv4');
}

/** What is offered as a key, and the name that comes with it (HTTP Basic); null when nothing is. */
function geheimVan(
  kop: string | undefined,
  aanmelden: keyof typeof VIA,
): { readonly geheim: string; readonly naam: string | null } | null {
  const [, schema = '', waarde = ''] = /^(\w+) +(\S+) *$/.exec(kop ?? '') ?? [];
  if (schema.toLowerCase() === 'bearer') return { geheim: waarde, naam: null };
  if (schema.toLowerCase() !== 'basic' || aanmelden === 'bearer') return null;
  const paar = Buffer.from(waarde, 'base64').toString('utf8');
  const eind = paar.indexOf(':');
  const geheim = paar.slice(eind + 1);
  return geheim === '' ? null : { geheim, naam: paar.slice(0, Math.max(eind, 0)) };
}

/** A browser sends a password along by itself, so a page of another site may not make it change anything. */
function vanElders(verzoek: FastifyRequest): boolean {
  if (verzoek.method === 'GET' || verzoek.method === 'HEAD') return false;
  const site = verzoek.headers['sec-fetch-site'];
  if (site !== undefined) return site !== 'same-origin';
  const oorsprong = verzoek.headers.origin;
  return oorsprong !== undefined && oorsprong.replace(/^https?:\/\//, '') !== verzoek.headers.host;
}

function weiger(verzoek: FastifyRequest, antwoord: FastifyReply, weigering: Weigering): FastifyReply {
  const schema = (verzoek.routeOptions.config.aanmelden ?? 'bearer') === 'bearer' ? 'Bearer' : 'Basic';
  verlaatInhoud(verzoek, antwoord);
  if (typeof weigering === 'object')
    return zend(antwoord, probleem('te-veel-pogingen', { headers: { 'retry-after': String(weigering.retryAfter) } }));
  const vraagt = weigering === 'sleutel-ontbreekt' || weigering === 'sleutel-onbekend';
  const headers = vraagt ? { 'www-authenticate': `${schema} realm="ijw-gateway"` } : {};
  return zend(antwoord, probleem(weigering, { headers }));
}
