import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BerichtBeeld } from '../../src/store/store.ts';
import { aanbieder, afsprakenMet, GEMEENTE } from '../pipeline/wereld.ts';
import { TestGateway } from '../servers/gateway.ts';
import { HttpClient } from '../servers/http-client.ts';
import { type PostgresServer, startPostgres } from '../servers/postgres.ts';
import { type Post, type Verkeer, verkeer } from './verkeer.ts';

const AANBIEDERS = 10;
const CLIENTEN_ELK = 10;
const BERICHTEN = 3 * AANBIEDERS * CLIENTEN_ELK;
/** The process is killed when so many posts were acknowledged. */
const KILLS = [50, 130, 240];
const TIMEOUT = 240_000;

interface Bekend {
  readonly post: Post;
  readonly id: string;
}

describe('300 messages while the process is killed three times and Redis emptied in between', () => {
  it('PGlite: each acknowledged one has one effect', { timeout: TIMEOUT }, () => play({}, async () => undefined));

  describe('PostgreSQL', () => {
    let postgres: PostgresServer;
    beforeAll(async () => {
      postgres = await startPostgres();
    });
    afterAll(() => postgres?.stop());

    it('each acknowledged one has one effect', { timeout: TIMEOUT }, async () => {
      const url = await postgres.database();
      await play({ DATABASE_URL: url }, (stroom, bekend) => countedInTheStore(url, stroom, bekend));
    });
  });
});

async function play(
  env: Readonly<Record<string, string>>,
  alsoCheck: (stroom: Verkeer, bekend: readonly Bekend[]) => Promise<void>,
): Promise<void> {
  const gateway = await TestGateway.start({ env });
  try {
    const http = new HttpClient(gateway.url);
    await http.putAgreements(afsprakenMet(AANBIEDERS));
    for (const partij of [GEMEENTE, ...Array.from({ length: AANBIEDERS }, (_, n) => aanbieder(n))]) {
      await http.sleutel(partij);
    }
    const stroom = verkeer(AANBIEDERS, CLIENTEN_ELK);
    const bekend: Bekend[] = [];
    const gepost = Promise.all(stroom.rijen.map((rij) => postAll(rij, http, bekend)));
    for (const kill of KILLS) {
      while (bekend.length < kill) await sleep(5);
      await gateway.kill();
      await gateway.start();
      await emptyRedis(gateway);
    }
    await gepost;
    const beelden = await judged(bekend, http);
    await checked(stroom, bekend, beelden, http);
    await alsoCheck(stroom, bekend);
  } finally {
    await gateway.remove();
  }
}

/** In order, each until it is acknowledged: what was not is simply sent again. */
async function postAll(rij: readonly Post[], http: HttpClient, bekend: Bekend[]): Promise<void> {
  for (const post of rij) {
    const sleutel = await http.sleutel(post.afzender);
    for (;;) {
      const id = await acknowledged(http, sleutel, post.bytes);
      if (id !== null) {
        bekend.push({ post, id });
        break;
      }
      await sleep(50);
    }
  }
}

/** Null when there was no answer, or one that promises nothing. */
async function acknowledged(http: HttpClient, sleutel: string, bytes: Uint8Array): Promise<string | null> {
  try {
    const antwoord = await http.call('POST', '/api/v1/berichten', sleutel, bytes);
    if (antwoord.status === 202 || antwoord.status === 200) return ((await antwoord.json()) as { id: string }).id;
    if (antwoord.status >= 500) return null;
    throw new Refused(`${antwoord.status} ${await antwoord.text()}`);
  } catch (fout) {
    if (fout instanceof Refused) throw fout;
    return null;
  }
}

class Refused extends Error {}

async function emptyRedis(gateway: TestGateway): Promise<void> {
  const redis = new Redis(join(gateway.dataDir, 'redis', 'redis.sock'));
  await redis.flushall();
  redis.disconnect();
}

/** Every message once it is judged. */
async function judged(bekend: readonly Bekend[], http: HttpClient): Promise<BerichtBeeld[]> {
  const beelden: BerichtBeeld[] = [];
  for (const { id } of bekend) {
    let beeld = await http.bericht(id);
    while (beeld.status === 'ontvangen') {
      await sleep(100);
      beeld = await http.bericht(id);
    }
    beelden.push(beeld);
  }
  return beelden;
}

async function checked(
  stroom: Verkeer,
  bekend: readonly Bekend[],
  beelden: readonly BerichtBeeld[],
  http: HttpClient,
): Promise<void> {
  expect(new Set(bekend.map(({ id }) => id)).size).toBe(BERICHTEN);
  const uitkomst = beelden.map(({ status, antwoorden }) => [status, antwoorden.map(({ type }) => type)]);
  expect(uitkomst).toEqual(bekend.map(({ post }) => [post.status, [post.antwoord]]));

  for (const [i, { post }] of bekend.entries()) {
    if (post.toegekend === undefined) continue;
    const xml = await http.xml(beelden[i]?.antwoorden[0]?.id ?? '');
    const totaal = /TotaalToegekendBedrag>\s*<[^>]*TotaalBedrag>(\d+)</.exec(xml)?.[1];
    expect(Number(totaal)).toBe(post.toegekend);
  }
  const sleutel = await http.sleutel(GEMEENTE);
  for (const [nummer, bedrag] of stroom.toegekend) {
    const pad = `/api/v1/toewijzingen/${GEMEENTE}/${nummer}`;
    const { signaalbudget } = await http.json<{ signaalbudget: { gebruikt: number } }>('GET', pad, sleutel);
    expect(signaalbudget.gebruikt).toBe(bedrag);
  }

  // Each received message and each answer is delivered to its two parties at most once, and to the receiving one for sure.
  const elk = CLIENTEN_ELK;
  const alle = AANBIEDERS * elk;
  expect(await delivered(GEMEENTE, http)).toMatchObject({ JW302: alle, JW305: alle, JW323: alle });
  for (let n = 0; n < AANBIEDERS; n++) {
    expect(await delivered(aanbieder(n), http)).toMatchObject({ JW301: elk, JW306: elk, JW325: elk });
  }
}

/** How many of each type a party was given; none twice. */
async function delivered(partij: string, http: HttpClient): Promise<Record<string, number>> {
  const berichten = await http.uitgaand(partij);
  expect(new Set(berichten.map(({ id }) => id)).size).toBe(berichten.length);
  const telling: Record<string, number> = {};
  for (const { type } of berichten) telling[type] = (telling[type] ?? 0) + 1;
  return telling;
}

/** The same in the rows themselves. */
async function countedInTheStore(url: string, stroom: Verkeer, bekend: readonly Bekend[]): Promise<void> {
  const db = new pg.Client({ connectionString: url });
  await db.connect();
  const count = async (sql: string) => Number((await db.query(sql)).rows[0].count);
  const declaraties = bekend.filter(({ post }) => post.toegekend !== undefined).length;
  const regels = stroom.clienten.length * 2 - bekend.filter(({ post }) => post.status === 'deels-goedgekeurd').length;
  try {
    expect(await count(`select count(*) from bericht where richting = 'in'`)).toBe(BERICHTEN);
    expect(await count(`select count(*) from bericht where richting = 'uit'`)).toBe(BERICHTEN);
    expect(await count(`select count(*) from inhoud`)).toBe(2 * BERICHTEN);
    expect(await count(`select count(*) from gebeurtenis where soort = 'beoordeeld'`)).toBe(BERICHTEN);
    expect(await count(`select count(*) from gebeurtenis where soort = 'vastgelopen'`)).toBe(0);
    expect(await count(`select count(*) from claim where sleutel like 'dec|%'`)).toBe(declaraties);
    expect(await count(`select count(*) from claim where sleutel like 'pre|%'`)).toBe(regels);
    expect(await count(`select count(*) from claim where sleutel like 'toe|%'`)).toBe(stroom.clienten.length);
    const toegekend = [...stroom.toegekend.values()].reduce((som, bedrag) => som + bedrag, 0);
    expect(await count(`select sum(bedrag) as count from prestatie`)).toBe(toegekend);
    expect(
      await count(`select count(*) from (select 1 from aflevering group by partij, bericht_id having count(*) > 1) x`),
    ).toBe(0);
  } finally {
    await db.end();
  }
}
