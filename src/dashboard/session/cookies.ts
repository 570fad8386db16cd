import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Of somebody who is signed in; of somebody who is about to; where somebody wanted to go. */
const SESSION = 'ijw_sessie';
const BEFORE = 'ijw_aanmelden';
const DESTINATION = 'ijw_naar';

const DESTINATION_S = 600;

function options({ protocol }: FastifyRequest) {
  return { path: '/', httpOnly: true, sameSite: 'strict' as const, secure: protocol === 'https' };
}

export function sessionOf(request: FastifyRequest): string | undefined {
  return request.cookies[SESSION];
}

/** A new session comes under a new name, so whatever stood in the browser before is of no use. */
export function giveSession(request: FastifyRequest, reply: FastifyReply, secret: string): void {
  reply.setCookie(SESSION, secret, options(request));
  reply.clearCookie(BEFORE, options(request));
}

export function takeSession(request: FastifyRequest, reply: FastifyReply): void {
  reply.clearCookie(SESSION, options(request));
}

/** What the form of `/aanmelden` is bound to, while there is no session. */
export function beforeSession(request: FastifyRequest, reply: FastifyReply): string {
  const known = request.cookies[BEFORE];
  if (known !== undefined) return known;
  const fresh = randomBytes(32).toString('base64url');
  reply.setCookie(BEFORE, fresh, options(request));
  return fresh;
}

export function beforeSessionOf(request: FastifyRequest): string | undefined {
  return request.cookies[BEFORE];
}

/** Only pages of ours: a path, and not the name of another host behind two slashes. */
const OWN_PAGE = /^\/(?![/\\])[\x21-\x7e]*$/;

export function rememberDestination(request: FastifyRequest, reply: FastifyReply): void {
  if (request.method === 'GET' && request.url !== '/' && OWN_PAGE.test(request.url)) {
    reply.setCookie(DESTINATION, request.url, { ...options(request), maxAge: DESTINATION_S });
  }
}

export function takeDestination(request: FastifyRequest, reply: FastifyReply): string {
  const naar = request.cookies[DESTINATION] ?? '/';
  reply.clearCookie(DESTINATION, options(request));
  return OWN_PAGE.test(naar) ? naar : '/';
}

/** The token that a form must bring along: of whoever holds this secret, and not the secret itself. */
export function tokenFor(secret: string): string {
  return createHmac('sha256', secret).update('formulier').digest('base64url');
}

export function isTokenFor(secret: string | undefined, token: unknown): boolean {
  if (secret === undefined || typeof token !== 'string') return false;
  const [gegeven, juist] = [Buffer.from(token), Buffer.from(tokenFor(secret))];
  return gegeven.length === juist.length && timingSafeEqual(gegeven, juist);
}
