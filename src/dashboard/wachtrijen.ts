import { createBullBoard } from '@bull-board/api';
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import { FastifyAdapter } from '@bull-board/fastify';
import type { FastifyPluginAsync, FastifyRequest } from 'fastify';
import type { SystemPrincipal } from '../access/principal.ts';
import type { Gateway } from '../gateway/gateway.ts';

type IServerAdapter = Parameters<typeof createBullBoard>[0]['serverAdapter'];

/** Header in which the names of the queues in sight go to the board; set by us on every request, whatever came with it. */
const IN_ZICHT = 'x-ijw-wachtrijen';
const BORD: SystemPrincipal = { kind: 'system', name: 'dashboard' };

/** The board of queues (bull-board); an operator sees those of its regions, and may only look. What is changed is recorded. */
export function wachtrijen({ queues }: Gateway, pad: string, alleenLezen: boolean): FastifyPluginAsync {
  return async (app) => {
    const server = new FastifyAdapter();
    server.setBasePath(pad);
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
          const adapter = new BullMQAdapter(rij, { readOnlyMode: alleenLezen });
          adapter.setVisibilityGuard(({ headers }) => String(headers[IN_ZICHT]).split(' ').includes(rij.name));
          return adapter;
        }),
      );
    };
    await ververs();
    app.addHook('preHandler', async (verzoek) => {
      await ververs();
      const { principal, method } = verzoek;
      if (principal === null) throw new Error('the board was reached without a key');
      const gezien = await queues.list(principal);
      verzoek.headers[IN_ZICHT] = gezien.map((q) => q.name).join(' ');
      if (method !== 'GET' && method !== 'HEAD') await queues.recordChange(principal, watGebeurt(verzoek));
    });
    await app.register(server.registerPlugin(), { prefix: pad });
  };
}

const LANGSTE = 200;

/** `retry ijw-AA/12`: the last word of the board's path, the queue, and the job where it is one job. */
function watGebeurt({ routeOptions, params }: FastifyRequest): string {
  const woord = (routeOptions.url ?? '').split('/').findLast((deel) => /^[a-z]/.test(deel)) ?? '';
  const { queueName = '*', jobId } = params as Readonly<Record<string, string | undefined>>;
  return [woord, [queueName, ...(jobId === undefined ? [] : [jobId])].join('/')].join(' ').slice(0, LANGSTE);
}
