import { countedBy } from '../../gateway/counted.ts';
import type { Api, ApiReply } from '../vraag.ts';

/** GET /health: the process answers. */
export async function getHealth(): Promise<ApiReply> {
  return { status: 200, body: { status: 'ok' } };
}

/** GET /ready: store, queue and schemas can be used, tried just now; 503 names what cannot, and why. */
export async function getReady({ gateway }: Api): Promise<ApiReply> {
  const { ok, ...delen } = await gateway.health.ready();
  return { status: ok ? 200 : 503, body: { status: ok ? 'ok' : 'niet gereed', ...delen } };
}

/** GET /metrics, in the text format of Prometheus. */
export async function getMetrics({ metrics, gateway }: Api): Promise<ApiReply> {
  return {
    status: 200,
    headers: { 'content-type': metrics.contentType },
    body: await metrics.tekst(countedBy(gateway)),
  };
}
