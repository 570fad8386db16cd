import { createBullBoard } from '@bull-board/api';
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import { FastifyAdapter } from '@bull-board/fastify';
import type { FastifyPluginAsync, FastifyRequest } from 'fastify';
import type { SystemPrincipal } from '../../access/principal.ts';
import { probleem } from '../../api/problems.ts';
import { zend } from '../../api/zend.ts';
import type { Gateway } from '../../gateway/gateway.ts';
import { BOARD_PATH } from './path.ts';

type IServerAdapter = Parameters<typeof createBullBoard>[0]['serverAdapter'];

/** Header in which the names of the queues in sight go to the board; set by us on every request, whatever came with it. */
const IN_ZICHT = 'x-ijw-wachtrijen';
const BORD: SystemPrincipal = { kind: 'system', name: 'dashboard' };

/** It brings scripts of its own, styles in its markup, and would like fonts of Google's, which it does not get. */
export function boardPolicy(): string {
  return (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self'; img-src 'self' data:; " +
    "connect-src 'self'; frame-ancestors 'none'; base-uri 'self'; form-action 'none'"
  );
}

/** The board of queues (bull-board), for beheerders. What is changed on it is recorded. */
export function board({ queues }: Gateway): FastifyPluginAsync {
  return async (app) => {
    app.addHook('onRoute', (route) => {
      route.config = { ...route.config, action: 'queue.change' };
    });
    const server = new FastifyAdapter();
    server.setBasePath(BOARD_PATH);
    const bord = createBullBoard({
      queues: [],
      // The adapter's types come from a copy of @bull-board/api one patch older; the shapes are the same.
      serverAdapter: server as unknown as IServerAdapter,
      options: { uiConfig: { boardTitle: 'iJW-gateway', locale: { lng: 'en' } } },
    });
    let getoond = '';
    const ververs = async () => {
      const rijen = await queues.list(BORD);
      const namen = rijen.map((q) => q.name).join(' ');
      if (namen === getoond) return;
      getoond = namen;
      bord.replaceQueues(
        rijen.map((rij) => {
          const adapter = new BullMQAdapter(rij);
          adapter.setVisibilityGuard(({ headers }) => String(headers[IN_ZICHT]).split(' ').includes(rij.name));
          return adapter;
        }),
      );
    };
    await ververs();
    app.addHook('preHandler', async (verzoek, antwoord) => {
      // Its scripts know no token of ours: that the page asks which we served says the same.
      if (fromElsewhere(verzoek)) return zend(antwoord, probleem('andere-oorsprong'));
      await ververs();
      const { principal, method } = verzoek;
      if (principal === null) throw new Error('the board was reached without a session');
      const gezien = await queues.list(principal);
      verzoek.headers[IN_ZICHT] = gezien.map((q) => q.name).join(' ');
      if (method !== 'GET' && method !== 'HEAD') await queues.recordChange(principal, watGebeurt(verzoek));
      return undefined;
    });
    await app.register(server.registerPlugin(), { prefix: BOARD_PATH });
  };
}

/** A change that another site asks, or something that is no browser. */
function fromElsewhere({ method, headers }: FastifyRequest): boolean {
  if (method === 'GET' || method === 'HEAD') return false;
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site !== 'same-origin';
  return headers.origin?.replace(/^https?:\/\//, '') !== headers.host;
}

const LANGSTE = 200;

/** `retry ijw-AA/12`: the last word of the board's path, the queue, and the job where it is one job. */
function watGebeurt({ routeOptions, params }: FastifyRequest): string {
  const woord = (routeOptions.url ?? '').split('/').findLast((deel) => /^[a-z]/.test(deel)) ?? '';
  const { queueName = '*', jobId } = params as Readonly<Record<string, string | undefined>>;
  return [woord, [queueName, ...(jobId === undefined ? [] : [jobId])].join('/')].join(' ').slice(0, LANGSTE);
}
