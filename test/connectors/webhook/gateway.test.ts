import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { jw301 } from '../../gateway/berichten.ts';
import { aanbieder, afsprakenMet, client, GEMEENTE } from '../../gateway/wereld.ts';
import { BEHEERDER, TestGateway } from '../../servers/gateway.ts';
import { HttpClient } from '../../servers/http-client.ts';
import { startWebhookServer, type WebhookServer } from '../../servers/webhook.ts';

const PARTY = aanbieder(0);
let gateway: TestGateway;
let http: HttpClient;
let hook: WebhookServer;

beforeAll(async () => {
  hook = await startWebhookServer();
  gateway = await TestGateway.start({ env: { WEBHOOK_PRIVE: 'ja' } });
  http = new HttpClient(gateway.url);
  await http.putAgreements(afsprakenMet(1));
}, 200_000);
afterAll(() => Promise.all([gateway?.remove(), hook?.stop()]));

// biome-ignore lint/suspicious/noExplicitAny: the tests say themselves what they expect of a JSON answer
type Json = any;
const as = (method: string, path: string, body?: object): Promise<Json> =>
  http.json(method, `/api/v1${path}`, BEHEERDER, body);
const status = async (method: string, path: string, body?: object) =>
  (await http.call(method, `/api/v1${path}`, BEHEERDER, body)).status;

async function until<T>(look: () => Promise<T | undefined>): Promise<T> {
  for (let i = 0; i < 600; i++) {
    const found = await look();
    if (found !== undefined) return found;
    await sleep(100);
  }
  throw new Error('it never happened');
}

async function send(): Promise<string> {
  const wie = client(0);
  const key = await http.sleutel(GEMEENTE);
  const { id } = await http.json<{ id: string }>('POST', '/api/v1/berichten', key, jw301(wie, `W${wie.nummer}`));
  return id;
}

/** The delivery of this message to the party, once it is as asked. */
const delivery = (id: string, wanted: (a: Json) => boolean) =>
  until(async () => (await http.bericht(id)).afleveringen.find((a) => a.partij === PARTY && wanted(a)));
const channel = async () => (await as('GET', '/kanalen')).kanalen.find((k: Json) => k.kanaal === 'webhook');
const signals = async () =>
  (await as('GET', '/signalen')).filter((s: Json) => s.soort === 'aflevering').map((s: Json) => s.aanbieder);

it('a party gets its messages by webhook, hears of a failure once and of its end, and can be switched', {
  timeout: 300_000,
}, async () => {
  expect(await status('PUT', `/partijen/${PARTY}/kanaal`, { kanaal: 'webhook' })).toBe(422);
  expect(await status('PUT', `/partijen/${PARTY}/kanaal`, {})).toBe(422);
  expect(await status('PUT', `/partijen/${PARTY}/kanaal`, { kanaal: 'postduif' })).toBe(422);
  expect(await channel()).toMatchObject({ staat: 'uit', partijen: [] });
  const set = await as('PUT', `/partijen/${PARTY}/kanaal`, { kanaal: 'webhook', url: hook.url });
  expect(set).toEqual({
    ...{ partij: PARTY, kanaal: 'webhook', url: hook.url, geheim: expect.stringMatching(/^whsec_/), geheimGezet: true },
    ...{ amqpGebruiker: null, endpoint: null, certificaat: null, sleutelGezet: false, leegIsGoed: false },
  });
  const partial = await as('PUT', `/partijen/${PARTY}/kanaal`, { amqpGebruiker: 'epd' });
  expect(partial).toMatchObject({ kanaal: 'webhook', url: hook.url, amqpGebruiker: 'epd', geheimGezet: true });
  expect(JSON.stringify([partial, await as('GET', `/partijen/${PARTY}/kanaal`)])).not.toContain('whsec_');
  expect(await status('PUT', '/partijen/0363/kanaal', { amqpGebruiker: 'epd' })).toBe(409);

  const first = await send();
  await delivery(first, (a) => a.status === 'bevestigd' && a.kanaal === 'webhook' && a.pogingen === 1);
  const [{ headers = {}, body = Buffer.of() } = {}] = hook.hooks.filter((h) => h.headers['webhook-id'] === first);
  expect(headers).toMatchObject({
    ...{ 'content-type': 'application/xml', 'ijw-type': 'JW301', 'ijw-afzender': GEMEENTE, 'ijw-ontvanger': PARTY },
    'ijw-release': '3.2',
  });
  expect(body.toString()).toBe(await http.xml(first));
  // What was composed in its name came too: the JW302 that answers it.
  await until(async () => hook.hooks.find((h) => h.headers['ijw-in-antwoord-op'] === first));
  expect(await until(async () => ((await channel()).staat === 'goed' ? channel() : undefined))).toMatchObject({
    partijen: [{ partij: PARTY, wacht: 0, oudste: null, laatsteFout: null }],
  });

  hook.answer(() => 503);
  const second = await send();
  const { id } = await delivery(second, (a) => a.status === 'wacht' && a.fout === 'http-503' && a.pogingen >= 2);
  expect(await signals()).toEqual([PARTY]);
  expect(await channel()).toMatchObject({
    ...{ staat: 'storing', laatsteFout: 'http-503' },
    partijen: [
      { partij: PARTY, laatsteFout: 'http-503', laatsteSucces: expect.any(String), oudste: expect.any(String) },
    ],
  });
  hook.answer(() => 200);
  await delivery(second, (a) => a.id === id && a.status === 'bevestigd' && a.fout === null);
  await until(async () => ((await signals()).length === 2 ? true : undefined));
  expect((await until(async () => ((await channel()).staat === 'goed' ? channel() : undefined))).kanaal).toBe(
    'webhook',
  );
  expect(await status('POST', `/afleveringen/${id}/opnieuw`)).toBe(409);
  expect(await status('POST', '/afleveringen/onbekend/opnieuw')).toBe(404);

  hook.answer(() => 500);
  const third = await send();
  const waiting = await delivery(third, (a) => a.fout === 'http-500' && a.pogingen >= 1);
  await until(async () => ((await status('POST', `/afleveringen/${waiting.id}/opnieuw`)) === 202 ? true : undefined));
  await as('PUT', `/partijen/${PARTY}/kanaal`, { kanaal: 'ophalen' });
  const lies = async () => (await http.uitgaand(PARTY)).map((u) => u.id);
  expect(await lies()).toContain(third);
  await delivery(third, (a) => a.kanaal === 'ophalen' || a.status === 'wacht');
});

it('a delivery that a killed gateway was at goes on, under the same id', { timeout: 300_000 }, async () => {
  await as('PUT', `/partijen/${PARTY}/kanaal`, { kanaal: 'webhook' });
  hook.answer(() => 200);
  await until(async () => ((await http.uitgaand(PARTY)).length === 0 ? true : undefined));
  let held: (status: number) => void = () => undefined;
  hook.answer(() => new Promise((resolve) => (held = resolve)));
  const id = await send();
  const times = () => hook.hooks.filter((h) => h.headers['webhook-id'] === id).length;
  await until(async () => (times() === 1 ? true : undefined));
  await gateway.kill();
  held(200);
  hook.answer(() => 200);
  await gateway.start();
  await delivery(id, (a) => a.status === 'bevestigd');
  expect(times()).toBe(2);
});
