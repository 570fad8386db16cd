import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { principalOf } from '../../access/principal.ts';
import type { Api } from '../../api/vraag.ts';
import { Formulier, Foutlijst, Knop, Veld } from '../kit/formulier.tsx';
import { NO_TOKEN } from '../layout/trouble.tsx';
import type { View } from '../page.ts';
import type { Render } from '../render.ts';
import { FORM_LIMIT } from '../uploads.ts';
import {
  beforeSession,
  beforeSessionOf,
  giveSession,
  isTokenFor,
  takeDestination,
  takeSession,
  tokenFor,
} from './cookies.ts';

const PATH = '/aanmelden';

/** `/aanmelden` and `/afmelden`. */
export function signIn(app: FastifyInstance, api: Api, render: Render): void {
  const form = (request: FastifyRequest, reply: FastifyReply, fout?: string, status = 200) =>
    render(request, reply, page(fout, status), { csrf: tokenFor(beforeSession(request, reply)), url: null });

  app.get(PATH, { config: { action: 'openbaar' } }, async (request, reply) => form(request, reply));

  app.post(PATH, { config: { action: 'openbaar' }, bodyLimit: FORM_LIMIT }, async (request, reply) => {
    const { sleutel: getypt, csrf } = (request.body ?? {}) as Readonly<Record<string, unknown>>;
    const before = beforeSessionOf(request);
    if (!isTokenFor(before, csrf)) return render(request, reply, NO_TOKEN, { csrf: '', url: null });
    const geheim = typeof getypt === 'string' ? getypt.trim() : '';
    if (geheim === '') return form(request, reply, 'Vul uw sleutel in.', 422);
    const poging = await app.guessBrake.attempt(request, api.sleutels.naam(geheim, request.ip), () =>
      api.sleutels.zoek(geheim),
    );
    if (poging.kind === 'braked') {
      reply.header('retry-after', String(poging.retryAfter));
      return form(request, reply, braked(poging.retryAfter), 429);
    }
    if (poging.kind === 'wrong') return form(request, reply, WRONG, 401);
    const principal = principalOf(poging.value, 'web');
    giveSession(request, reply, await api.gateway.sessions.begin(principal, geheim));
    return reply.redirect(takeDestination(request, reply), 303);
  });

  app.post('/afmelden', { config: { action: 'session.end' }, bodyLimit: FORM_LIMIT }, async (request, reply) => {
    const { principal, sessionSecret } = request;
    if (principal !== null && sessionSecret !== null) await api.gateway.sessions.end(principal, sessionSecret);
    takeSession(request, reply);
    return reply.redirect(PATH, 303);
  });
}

const WRONG =
  'Deze sleutel is niet (meer) geldig. Kijk of u hem helemaal hebt overgenomen, of vraag de beheerder om een nieuwe.';

function braked(seconden: number): string {
  return `Er kwamen te veel onjuiste sleutels. Probeer het over ${seconden} seconden opnieuw.`;
}

function page(fout: string | undefined, status: number): View {
  return {
    kind: 'view',
    status,
    title: 'Aanmelden',
    body: (
      <>
        <Foutlijst fouten={fout === undefined ? [] : [fout]} />
        <Formulier action={PATH} label="Aanmelden">
          <Veld
            naam="sleutel"
            label="Sleutel"
            soort="password"
            autocomplete="current-password"
            uitleg="De sleutel die u van de beheerder van de gateway hebt gekregen."
            fout={fout}
            breed
          />
          <p>
            <Knop>Aanmelden</Knop>
          </p>
        </Formulier>
        <p class="uitleg">Na een half uur zonder iets te doen meldt de gateway u af.</p>
      </>
    ),
  };
}
