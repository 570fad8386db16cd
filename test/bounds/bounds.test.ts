import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { fictiefBsn } from '../../src/samples/bsn.ts';
import { pakIn } from '../../src/store/messages/verslag-rij.ts';
import { AANBIEDER, AFSPRAKEN, EIGEN, PURMEREND } from '../flows/afspraken.ts';
import { BEHEERDER, TestGateway } from '../servers/gateway.ts';
import { groteAanvraag, groteDeclaratie } from './berichten.ts';

/**
 * What one key may make the gateway hold and say, with the messages that were made to be costly: sizes, never times. What
 * was measured is printed, so that who changes a bound sees what it was.
 */

const MB = 1_000_000;
let volgende = 0;
const bsn = () => fictiefBsn((++volgende * 7919) / 99_985);
const sleutels = new Map<string, string>();
let gateway: TestGateway;

beforeAll(async () => {
  gateway = await TestGateway.start({ plain: true });
  sleutels.set('beheerder', BEHEERDER);
  expect((await vraag('beheerder', 'PUT', 'afspraken', JSON.stringify(AFSPRAKEN))).status).toBe(200);
  for (const [naam, rol] of [
    [AANBIEDER, 'aanbieder'],
    [EIGEN, 'aanbieder'],
    [PURMEREND, 'gemeente'],
  ] as const) {
    const { json } = await vraag('beheerder', 'POST', 'sleutels', JSON.stringify({ naam, rol, partij: naam }));
    sleutels.set(naam, json.sleutel);
  }
}, 120_000);
afterAll(() => gateway?.remove());

interface Antwoord {
  readonly status: number;
  readonly bytes: number;
  readonly kop: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: the tests say themselves what they expect of a JSON answer
  readonly json: any;
}

async function vraag(
  wie: string,
  method: string,
  pad: string,
  body?: string | Uint8Array,
  kop = {},
): Promise<Antwoord> {
  const soort = typeof body === 'string' ? 'application/json' : 'application/xml';
  const antwoord = await fetch(`${gateway.url}/api/v1/${pad}`, {
    method,
    headers: {
      authorization: `Bearer ${sleutels.get(wie)}`,
      ...(body === undefined ? {} : { 'content-type': soort }),
      ...kop,
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : Buffer.from(body) }),
  });
  const bytes = Buffer.from(await antwoord.arrayBuffer());
  return { status: antwoord.status, bytes: bytes.length, kop: antwoord.headers, json: JSON.parse(bytes.toString()) };
}

/** Sends a message and waits for its verdict. */
async function stuur(bytes: Uint8Array, wie = AANBIEDER): Promise<Antwoord> {
  const antwoord = await vraag(wie, 'POST', 'berichten', bytes, { prefer: 'wait=60' });
  return antwoord.status === 202 ? stuur(bytes, wie) : antwoord;
}

/** Bytes that the process held at most during this work, above what it held before; null where the system cannot say. */
async function groei(werk: () => Promise<void>): Promise<number> {
  const stand = (naam: string) =>
    Number(new RegExp(`${naam}:\\s+(\\d+)`).exec(readFileSync(`/proc/${gateway.pid}/status`, 'utf8'))?.[1]) * 1024;
  writeFileSync(`/proc/${gateway.pid}/clear_refs`, '5');
  const voor = stand('VmRSS');
  await werk();
  return stand('VmHWM') - voor;
}

function meet(wat: string, maten: Readonly<Record<string, number>>): void {
  const tekst = Object.entries(maten).map(([naam, bytes]) => `${naam} ${(bytes / MB).toFixed(2)} MB`);
  process.stdout.write(`bounds: ${wat}: ${tekst.join(', ')}\n`);
}

it('a werkbak with sixty requests of one message of 10 MB opens that message once', async () => {
  const bytes = groteAanvraag(bsn(), 60, 9_900_000);
  const { status, json } = await stuur(bytes);
  expect([status, json.status, json.bevindingen[0]?.melding]).toEqual([200, 'goedgekeurd', expect.any(String)]);
  let lijst: Antwoord | undefined;
  const erbij = await groei(async () => {
    lijst = await vraag(PURMEREND, 'GET', 'werkbak?limit=500');
  });
  if (lijst === undefined) throw new Error('no answer');
  const { items } = lijst.json;
  meet('werkbak of 60 requests of one message', { message: bytes.length, answer: lijst.bytes, 'memory more': erbij });
  expect(items).toHaveLength(60);
  for (const item of items) {
    expect(item.toets.bijToewijzen.mogelijk).toBe(true);
    expect(item.adres).toBe(`/api/v1/werkbak/${item.id}`);
  }
  expect(lijst.bytes).toBeLessThan(MB);
  expect(erbij).toBeLessThan(300 * MB);
}, 300_000);

it('a page of the werkbak opens no more bytes than its measure; what is beyond has an address', async () => {
  for (let i = 0; i < 2; i++) {
    const { json } = await stuur(groteAanvraag(bsn(), 2, 19 * MB));
    expect(json.status).toBe('goedgekeurd');
  }
  let lijst: Antwoord | undefined;
  const erbij = await groei(async () => {
    lijst = await vraag(PURMEREND, 'GET', 'werkbak?limit=500');
  });
  const items: { toets: object | null; adres: string }[] = lijst?.json.items.slice(-4);
  meet('werkbak with two messages of 19 MB and one of 10 MB', { answer: lijst?.bytes ?? 0, 'memory more': erbij });
  expect(items.map((item) => item.toets === null)).toEqual([false, false, true, true]);
  expect(erbij).toBeLessThan(400 * MB);
  const een = await vraag(PURMEREND, 'GET', (items[3]?.adres ?? '').slice('/api/v1/'.length));
  expect(een.json.toets.bijToewijzen.mogelijk).toBe(true);
}, 300_000);

it('a declaratie with more than 130,000 findings keeps and tells a bounded part', async () => {
  const bytes = groteDeclaratie(bsn(), 'GROOT1', 33_000);
  let heel: Antwoord | undefined;
  const oordeel = await groei(async () => {
    heel = await stuur(bytes);
  });
  if (heel === undefined) throw new Error('no answer');
  const { id, bevindingen } = heel.json;
  const rij = JSON.stringify(pakIn(bevindingen)).length;
  let lijst: Antwoord | undefined;
  const lezen = await groei(async () => {
    lijst = await vraag('beheerder', 'GET', 'berichten?limit=500');
  });
  if (lijst === undefined) throw new Error('no answer');
  meet('report of a declaratie', {
    ...{ message: bytes.length, 'as text': JSON.stringify(bevindingen).length, row: rij, answer: heel.bytes },
    ...{ list: lijst.bytes, 'memory more (judging)': oordeel, 'memory more (list)': lezen },
  });
  const regel = lijst.json.berichten.find((b: { id: string }) => b.id === id);
  process.stdout.write(`bounds: findings ${regel.aantalBevindingen}, ${JSON.stringify(regel.perRegel)}\n`);
  expect(regel.aantalBevindingen).toBeGreaterThan(130_000);
  expect(regel.bevindingen).toEqual(bevindingen.slice(0, 10));
  expect(bevindingen).toHaveLength(10_001);
  expect(rij).toBeLessThan(MB);
  expect(heel.bytes).toBeLessThan(6 * MB);
  expect(lijst.bytes).toBeLessThan(0.2 * MB);
  expect(lezen).toBeLessThan(100 * MB);
  expect(oordeel).toBeLessThan(800 * MB);
}, 300_000);

it('thirty-two connections of one key with dry runs of 1 MB: a few turns, the others hear when to come back', async () => {
  const klein = () => groteAanvraag(bsn(), 1, 20, EIGEN);
  const proef = groteDeclaratie(bsn(), 'PROEF1', 1_500);
  const kleintje = async () => {
    const begin = performance.now();
    const { status, json } = await stuur(klein(), EIGEN);
    expect([status, json.status]).toEqual([200, 'goedgekeurd']);
    return Math.round(performance.now() - begin);
  };
  await kleintje();
  const rustig = [await kleintje(), await kleintje(), await kleintje(), await kleintje(), await kleintje()];
  const antwoorden: Antwoord[] = [];
  let door = true;
  const druk: number[] = [];
  const erbij = await groei(async () => {
    const aandringers = Array.from({ length: 32 }, async () => {
      while (door) antwoorden.push(await vraag(AANBIEDER, 'POST', 'controle', proef));
    });
    while (antwoorden.length < 150) druk.push(await kleintje());
    door = false;
    await Promise.all(aandringers);
  });
  const geweigerd = antwoorden.filter((a) => a.status === 429);
  meet('32 connections with dry runs', { message: proef.length, 'memory more': erbij });
  process.stdout.write(
    `bounds: ${antwoorden.length} answers, ${geweigerd.length} of them 429; a small message took ${rustig.join(', ')} ms before, ${druk.join(', ')} ms meanwhile\n`,
  );
  expect(new Set(antwoorden.map((a) => a.status))).toEqual(new Set([200, 429]));
  for (const { kop, json } of geweigerd) expect([kop.get('retry-after'), json.code]).toEqual(['5', 'te-veel-tegelijk']);
  expect(erbij).toBeLessThan(500 * MB);
}, 300_000);
