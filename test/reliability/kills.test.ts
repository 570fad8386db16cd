import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aanbieder, afsprakenMet, GEMEENTE } from '../gateway/wereld.ts';
import { TestGateway } from '../servers/gateway.ts';
import { HttpClient } from '../servers/http-client.ts';
import { type PostgresServer, startPostgres } from '../servers/postgres.ts';
import { checked, judged } from './afloop.ts';
import { type Bekend, postAll } from './posten.ts';
import { type Verkeer, verkeer } from './verkeer.ts';

const AANBIEDERS = 10;
const CLIENTEN_ELK = 10;
const BERICHTEN = 3 * AANBIEDERS * CLIENTEN_ELK;
/** The process is killed when so many posts were acknowledged. */
const KILLS = [50, 130, 240];
const TIMEOUT = 600_000;

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

async function emptyRedis(gateway: TestGateway): Promise<void> {
  const redis = new Redis(join(gateway.dataDir, 'redis', 'redis.sock'));
  await redis.flushall();
  redis.disconnect();
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
