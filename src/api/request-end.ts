import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

declare module 'fastify' {
  interface FastifyInstance {
    /** Calls that wait or stream. */
    ends: Ends;
  }
}

interface Ends {
  /** Each with what ends it. */
  readonly open: Map<FastifyReply, AbortController>;
  closing: boolean;
}

/** Ends what waits or streams when the server begins to close: `close()` would wait for it. */
export function watchEnds(app: FastifyInstance): void {
  const ends: Ends = { open: new Map(), closing: false };
  app.decorate('ends', ends);
  app.addHook('preClose', async () => {
    ends.closing = true;
    for (const [antwoord, end] of ends.open) {
      // A connection that is kept after the answer would keep the server open until its client lets go.
      if (!antwoord.raw.headersSent) antwoord.header('connection', 'close');
      end.abort();
    }
  });
}

/** Aborts when the connection of a request closes, its answer is out, or the server stops. Costs who does not ask nothing. */
export function endOf(verzoek: FastifyRequest, antwoord: FastifyReply): AbortSignal {
  const { ends } = verzoek.server;
  const known = ends.open.get(antwoord);
  if (known !== undefined) return known.signal;
  const end = new AbortController();
  if (ends.closing || antwoord.raw.closed || verzoek.raw.destroyed) {
    end.abort();
    return end.signal;
  }
  ends.open.set(antwoord, end);
  antwoord.raw.once('close', () => {
    ends.open.delete(antwoord);
    end.abort();
  });
  return end.signal;
}
