import { probleem } from '../problems.ts';
import { eventStream } from '../stream/event-stream.ts';
import type { Handler } from '../vraag.ts';

/** GET /gebeurtenissen: what happens, as it happens, as far as the key may see it. */
export const getGebeurtenissen: Handler = async (vraag, { gateway, streams }) => {
  const { principal, current } = vraag;
  const place = streams.take(principal.kind === 'system' ? principal.name : principal.keyId);
  if (place === null) return probleem('te-veel-tegelijk', { detail: TE_VEEL, headers: { 'retry-after': '5' } });
  const lastEventId = vraag.header('last-event-id')?.trim() ?? '';
  const asked = { gateway, principal, current, lastEventId, signal: vraag.until(), over: place };
  const body = await eventStream(asked);
  if (body === null) return probleem('ongeldige-kopregel', { detail: ONBEKEND });
  return { status: 200, headers: HEADERS, body };
};

/** Proxies pass it on as it comes; the connection ends with the stream. */
const HEADERS = { 'content-type': 'text/event-stream', 'x-accel-buffering': 'no', connection: 'close' };

const TE_VEEL =
  'Met deze sleutel staan al zoveel stromen open als tegelijk kunnen. Sluit er een, of deel een stroom binnen uw systeem.';
const ONBEKEND =
  'Dit Last-Event-ID is niet van deze gateway, of van voor het terugzetten van een reservekopie. ' +
  'Begin zonder Last-Event-ID en haal wat u miste uit de lijsten.';
