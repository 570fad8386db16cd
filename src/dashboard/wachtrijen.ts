import { createBullBoard } from '@bull-board/api';
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import { FastifyAdapter } from '@bull-board/fastify';
import type { FastifyPluginAsync } from 'fastify';
import type { Gateway } from '../gateway/gateway.ts';

type IServerAdapter = Parameters<typeof createBullBoard>[0]['serverAdapter'];

/** Header in which the regions of an operator go to the board; set by us on every request, whatever came with it. */
const REGIOS = 'x-ijw-regios';
const ALLE = '*';

/** The board of queues (bull-board); an operator sees those of its regions, and may only look. */
export function wachtrijen(gateway: Gateway, pad: string, alleenLezen: boolean): FastifyPluginAsync {
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
    const ververs = () => {
      const rijen = gateway.queues();
      const namen = rijen.map((q) => q.name).join(' ');
      if (namen === getoond) return;
      getoond = namen;
      bord.replaceQueues(
        rijen.map((rij) => {
          const adapter = new BullMQAdapter(rij, { readOnlyMode: alleenLezen });
          adapter.setVisibilityGuard(({ headers }) => ziet(headers[REGIOS], rij.name));
          return adapter;
        }),
      );
    };
    ververs();
    app.addHook('preHandler', async (verzoek) => {
      ververs();
      const { sleutel } = verzoek;
      verzoek.headers[REGIOS] = sleutel?.rol === 'beheerder' ? ALLE : (sleutel?.regios ?? []).join(' ');
    });
    await app.register(server.registerPlugin(), { prefix: pad });
  };
}

function ziet(regios: unknown, wachtrij: string): boolean {
  if (typeof regios !== 'string') return false;
  return regios === ALLE || regios.split(' ').some((regio) => wachtrij === `ijw-${regio}`);
}
