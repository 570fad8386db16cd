import type { FastifyInstance } from 'fastify';
import { type PartyPrincipal, principalOf, type StaffPrincipal } from '../../access/principal.ts';
import { probleem } from '../../api/problems.ts';
import { endOf } from '../../api/request-end.ts';
import { eventStream } from '../../api/stream/event-stream.ts';
import type { Api } from '../../api/vraag.ts';
import { zend } from '../../api/zend.ts';
import { BUSY_STREAMS, LIVE_PATH } from './path.ts';

/** How long it is believed that a session goes on (ms); the stream asks far more often. */
const BELIEVED_MS = 3_000;

const HEADERS = { 'content-type': 'text/event-stream', 'x-accel-buffering': 'no', connection: 'close' };

/** The events of `GET /api/v1/gebeurtenissen` for who is signed in at the pages; it makes a session last no longer. */
export function live(app: FastifyInstance, api: Api): void {
  app.get(LIVE_PATH, { config: { action: 'event.follow' } }, async (request, reply) => {
    const { principal, sessionSecret } = request;
    if (principal === null || sessionSecret === null) throw new Error('the stream was reached without a session');
    const over = api.streams.take(principal.keyId);
    if (over === null) return zend(reply, probleem('te-veel-tegelijk', { detail: BUSY_STREAMS }));
    const body = await eventStream({
      ...{ gateway: api.gateway, principal, over },
      current: stillSignedIn(api, sessionSecret, principal),
      lastEventId: [request.headers['last-event-id']].flat()[0]?.trim() ?? '',
      signal: endOf(request, reply),
    });
    if (body === null) return zend(reply, probleem('ongeldige-kopregel'));
    return reply.headers(HEADERS).send(body);
  });
}

function stillSignedIn(api: Api, secret: string, first: PartyPrincipal | StaffPrincipal) {
  let known: { readonly who: PartyPrincipal | StaffPrincipal | null; readonly until: number } = {
    who: first,
    until: performance.now() + BELIEVED_MS,
  };
  return async () => {
    if (performance.now() < known.until) return known.who;
    const sleutel = await api.sessies.zoek(secret, { raakAan: false });
    // The same object as long as nothing changed: what it sees is looked up anew for another.
    const who = sleutel === undefined ? null : keep(first, principalOf(sleutel, 'web'));
    known = { who, until: performance.now() + BELIEVED_MS };
    return who;
  };
}

function keep<T>(before: T, now: T): T {
  return JSON.stringify(before) === JSON.stringify(now) ? before : now;
}
