import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { refusal } from '../../access/actions.ts';
import { principalOf } from '../../access/principal.ts';
import { probleem } from '../../api/problems.ts';
import type { Api } from '../../api/vraag.ts';
import { isElsewhere, nothingThere } from '../errors.ts';
import { troublePage } from '../layout/trouble.tsx';
import { LIVE_PATH } from '../live/path.ts';
import type { Render } from '../render.ts';
import { rememberDestination, sessionOf, takeSession } from './cookies.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** What the cookie of a signed-in browser holds; null without a session. */
    sessionSecret: string | null;
  }
}

/** What a page asks by itself, without anybody at it: it makes a session last no longer. */
export const BY_ITSELF = 'x-ijw-vanzelf';

/** Every page is for who is signed in, and may do what the page does. Runs before anything of a body is read. */
export function guardPages(app: FastifyInstance, api: Api, render: Render): void {
  app.decorateRequest('sessionSecret', null);
  app.addHook('onRequest', async (request, reply) => {
    const { action } = request.routeOptions.config;
    if (action === 'openbaar') return undefined;
    if (request.routeOptions.url === '/*' && isElsewhere(request.url)) return nothingThere(request, reply);
    const secret = sessionOf(request);
    const byItself = request.headers[BY_ITSELF] !== undefined || request.routeOptions.url === LIVE_PATH;
    const sleutel = secret === undefined ? undefined : await api.sessies.zoek(secret, { raakAan: !byItself });
    if (secret === undefined || sleutel === undefined) return toSignIn(request, reply, byItself);
    const principal = principalOf(sleutel, 'web');
    request.principal = principal;
    request.shownKey = principal.keyId;
    request.sessionSecret = secret;
    const reason = action === undefined ? 'role' : refusal(principal, action);
    if (reason === null) return undefined;
    return render(request, reply, troublePage(probleem(reason === 'role' ? 'rol-ongeschikt' : 'alleen-lezen')));
  });
}

/** A script gets to hear it in a way that it understands. */
function toSignIn(request: FastifyRequest, reply: FastifyReply, byItself: boolean): FastifyReply {
  takeSession(request, reply);
  if (byItself) return reply.code(401).send();
  rememberDestination(request, reply);
  return reply.redirect('/aanmelden', 303);
}
