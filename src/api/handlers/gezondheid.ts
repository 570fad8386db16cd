import type { Antwoord, Api } from '../vraag.ts';

/** GET /health: the process answers. */
export async function getHealth(): Promise<Antwoord> {
  return { status: 200, body: { status: 'ok' } };
}

/** GET /ready: store, queue and schemas can be used; 503 names what cannot. */
export async function getReady({ gateway }: Api): Promise<Antwoord> {
  const { ok, store, queue, schemas } = await gateway.ready();
  return { status: ok ? 200 : 503, body: { status: ok ? 'ok' : 'niet gereed', store, queue, schemas } };
}

/** GET /metrics, in the text format of Prometheus. */
export async function getMetrics({ metrics, gateway }: Api): Promise<Antwoord> {
  return { status: 200, headers: { 'content-type': metrics.contentType }, body: await metrics.tekst(gateway) };
}
