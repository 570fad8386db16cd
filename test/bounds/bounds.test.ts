import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { pakIn } from '../../src/store/verslag-rij.ts';
import { AANBIEDER, AFSPRAKEN, PURMEREND } from '../requests-flow/afspraken.ts';
import { BEHEERDER, TestGateway } from '../servers/gateway.ts';
import { groteAanvraag, groteDeclaratie } from './berichten.ts';

/**
 * What one key may make the gateway hold and say, with the messages that were made to be costly: sizes, never times. What
 * was measured is printed, so that who changes a bound sees what it was.
 */

const MB = 1_000_000;
const BSN = '999900018';
const sleutels = new Map<string, string>();
let gateway: TestGateway;

beforeAll(async () => {
  gateway = await TestGateway.start();
  sleutels.set('beheerder', BEHEERDER);
  expect((await vraag('beheerder', 'PUT', 'afspraken', JSON.stringify(AFSPRAKEN))).status).toBe(200);
  for (const [naam, rol] of [
    [AANBIEDER, 'aanbieder'],
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
async function stuur(bytes: Uint8Array): Promise<Antwoord> {
  let antwoord = await vraag(AANBIEDER, 'POST', 'berichten', bytes, { prefer: 'wait=60' });
  while (antwoord.status === 202) antwoord = await vraag(AANBIEDER, 'POST', 'berichten', bytes, { prefer: 'wait=60' });
  return antwoord;
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
  const bytes = groteAanvraag(BSN, 60, 9_900_000);
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

it('a declaratie with more than 130,000 findings keeps and tells a bounded part', async () => {
  const bytes = groteDeclaratie(BSN, 'GROOT1', 33_000);
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
}, 300_000);
