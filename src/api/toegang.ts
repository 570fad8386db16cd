import { BlockList, isIPv6 } from 'node:net';
import type { FastifyInstance, FastifyReply, FastifyRequest, RouteOptions } from 'fastify';
import { type Action, refusal, TRIALS } from '../access/actions.ts';
import type { Sleutelkast } from '../access/keys/sleutelkast.ts';
import { type PartyPrincipal, type Principal, principalOf, type StaffPrincipal } from '../access/principal.ts';
import { callerOf, type KeyForm } from './caller.ts';
import { GuessBrake } from './guess-brake.ts';
import { shownCertificate } from './line/certificate.ts';
import { fromElsewhere } from './line/from-elsewhere.ts';
import { type ProbleemCode, probleem } from './problems.ts';
import { verlaatInhoud, zend } from './zend.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What this route asks, so who may call it; a server with a route that says nothing does not start. */
    action?: Action | 'openbaar';
    /** Without a key from this machine. */
    hierOpenbaar?: boolean;
    /** Who asks: who has a key or a certificate, or (pages) who is signed in; then the pages look themselves. */
    aanmelden?: KeyForm | 'sessie';
  }
  interface FastifyRequest {
    principal: PartyPrincipal | StaffPrincipal | null;
    /** Id of the key that was shown, also where it may not do this; for the log. */
    shownKey: string | null;
    /** Who it is by now; null when it may not do this any more. */
    current: () => Promise<Principal | null>;
  }
  interface FastifyInstance {
    /** The one brake on guessing keys, wherever they are asked for. */
    guessBrake: GuessBrake;
  }
}

const HIER = new BlockList();
HIER.addSubnet('127.0.0.0', 8, 'ipv4');
HIER.addAddress('::1', 'ipv6');

/** Default deny: every route says who may call it, and every call is checked before anything of it is read. */
export async function bewaakToegang(app: FastifyInstance, sleutels: Sleutelkast): Promise<void> {
  app.decorateRequest('principal', null);
  app.decorateRequest('shownKey', null);
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
  // The second lock: whatever else went wrong, nothing is done for nobody.
  app.addHook('preHandler', async (verzoek) => {
    const { action, hierOpenbaar = false } = verzoek.routeOptions.config;
    if (verzoek.is404 || action === 'openbaar' || hierOpenbaar || verzoek.principal !== null) return;
    throw new Error('a route was reached without a key');
  });
  const rem = await GuessBrake.on(app);
  app.decorate('guessBrake', rem);
}

/** Why a request is refused; seconds when it may try again later. */
type Weigering = ProbleemCode | { readonly retryAfter: number };

async function toets(verzoek: FastifyRequest, sleutels: Sleutelkast, rem: GuessBrake): Promise<Weigering | null> {
  if (verzoek.is404) return null;
  const { action, aanmelden = 'bearer', hierOpenbaar = false } = verzoek.routeOptions.config;
  if (action === 'openbaar' || aanmelden === 'sessie' || (hierOpenbaar && vanHier(verzoek))) return null;
  const caller = await callerOf(verzoek, aanmelden, sleutels, rem);
  if (caller.kind === 'none') return byCertificate(verzoek);
  if (caller.kind === 'wrong') return 'sleutel-onbekend';
  if (caller.kind === 'braked') return caller;
  const { principal } = caller;
  verzoek.shownKey = principal.keyId;
  const reden = action === undefined ? 'role' : refusal(principal, asked(action, verzoek));
  if (reden !== null) return reden === 'role' ? 'rol-ongeschikt' : 'alleen-lezen';
  verzoek.principal = principal;
  verzoek.current = async () => {
    const sleutel = await caller.sleutelNu();
    // The same key as it was is the same principal: whoever asks often need not look anew at what it sees.
    if (sleutel === caller.sleutel) return principal;
    if (sleutel === undefined || action === undefined) return null;
    const now = principalOf(sleutel, principal.via);
    return refusal(now, asked(action, verzoek)) === null ? now : null;
  };
  return null;
}

/** Without a key: by the certificate of the line, where the server asks for those. Pages are for keys alone. */
function byCertificate(verzoek: FastifyRequest): Weigering | null {
  const { action } = verzoek.routeOptions.config;
  if (verzoek.headers.authorization !== undefined) return 'sleutel-ontbreekt';
  const shown = shownCertificate(verzoek.raw.socket, new Date());
  if (shown.kind === 'none') return 'sleutel-ontbreekt';
  if (shown.kind === 'refused') return 'certificaat-geweigerd';
  const { principal, until } = shown;
  verzoek.shownKey = principal.keyId;
  const reden = action === undefined || action === 'openbaar' ? 'role' : refusal(principal, asked(action, verzoek));
  if (reden !== null) return reden === 'role' ? 'rol-ongeschikt' : 'alleen-lezen';
  // A browser shows its certificate by itself too.
  if (fromElsewhere(verzoek)) return 'andere-oorsprong';
  verzoek.principal = principal;
  verzoek.current = async () => (until > new Date() ? principal : null);
  return null;
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

function weiger(verzoek: FastifyRequest, antwoord: FastifyReply, weigering: Weigering): FastifyReply {
  verlaatInhoud(verzoek, antwoord);
  if (typeof weigering === 'object')
    return zend(antwoord, probleem('te-veel-pogingen', { headers: { 'retry-after': String(weigering.retryAfter) } }));
  const vraagt = weigering === 'sleutel-ontbreekt' || weigering === 'sleutel-onbekend';
  const schema = verzoek.routeOptions.config.aanmelden === 'partij' ? 'Basic' : 'Bearer';
  const headers = vraagt ? { 'www-authenticate': `${schema} realm="ijw-gateway"` } : {};
  return zend(antwoord, probleem(weigering, { headers }));
}
