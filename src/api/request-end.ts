import type { FastifyInstance, FastifyRequest } from 'fastify';

declare module 'fastify' {
  interface FastifyRequest {
    /** Made when somebody asks for it: most calls do not wait. */
    end: AbortController | null;
  }
}

const OPEN = new WeakMap<object, Ends>();

interface Ends {
  readonly open: Set<AbortController>;
  closing: boolean;
}

/** Ends what waits or streams when the server begins to close: `close()` would wait for it. */
export function watchEnds(app: FastifyInstance): void {
  const ends: Ends = { open: new Set(), closing: false };
  app.decorateRequest('end', null);
  app.addHook('onRequest', async (verzoek, antwoord) => {
    OPEN.set(verzoek, ends);
    antwoord.raw.once('close', () => {
      verzoek.end?.abort();
      if (verzoek.end !== null) ends.open.delete(verzoek.end);
    });
  });
  // A connection that is kept after the answer would keep the server from closing until its client lets go.
  app.addHook('onSend', async (_verzoek, antwoord) => {
    if (ends.closing) antwoord.header('connection', 'close');
  });
  app.addHook('preClose', async () => {
    ends.closing = true;
    for (const end of ends.open) end.abort();
  });
}

/** Aborts when the connection of a request closes, its answer is out, or the server stops. */
export function endOf(verzoek: FastifyRequest): AbortSignal {
  if (verzoek.end !== null) return verzoek.end.signal;
  const end = new AbortController();
  verzoek.end = end;
  const ends = OPEN.get(verzoek);
  if (ends === undefined || ends.closing || verzoek.raw.destroyed) end.abort();
  else ends.open.add(end);
  return end.signal;
}
