import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jw301 } from '../pipeline/berichten.ts';
import { afsprakenMet, client, GEMEENTE } from '../pipeline/wereld.ts';
import { BEHEERDER, TestGateway } from '../servers/gateway.ts';
import { HttpClient } from '../servers/http-client.ts';
import { type PostgresServer, startPostgres } from '../servers/postgres.ts';

interface Gereed {
  readonly status: string;
  readonly store: boolean;
  readonly queue: boolean;
  readonly redenen: readonly string[];
}

let nummer = 0;
const bericht = () => jw301(client(0), `READY${++nummer}`);

async function opstelling(env: Record<string, string> = {}) {
  const gateway = await TestGateway.start({ env });
  const http = new HttpClient(gateway.url);
  await http.putAgreements(afsprakenMet(1));
  const sleutel = await http.sleutel(GEMEENTE);
  return { gateway, http, post: (bytes: Uint8Array) => http.call('POST', '/api/v1/berichten', sleutel, bytes) };
}

async function gereed({ url }: TestGateway): Promise<{ status: number; body: Gereed }> {
  const antwoord = await fetch(`${url}/ready`);
  return { status: antwoord.status, body: (await antwoord.json()) as Gereed };
}

/** Asks until it says so, or for long enough to know that it never will. */
async function wordt(gateway: TestGateway, status: number): Promise<Gereed> {
  for (let keer = 0; ; keer++) {
    const nu = await gereed(gateway);
    if (nu.status === status) return nu.body;
    if (keer === 100) throw new Error(`/ready does not become ${status}: ${JSON.stringify(nu)}`);
    await sleep(100);
  }
}

describe('embedded stores', () => {
  let o: Awaited<ReturnType<typeof opstelling>>;
  let redis: Redis;
  beforeAll(async () => {
    o = await opstelling();
    redis = new Redis(join(o.gateway.dataDir, 'redis', 'redis.sock'));
  }, 300_000);
  afterAll(async () => {
    redis.disconnect();
    await o.gateway.remove();
  });

  it.each([
    ['full', ['maxmemory', '1'], ['maxmemory', '0'], /vol/],
    ['without its replicas', ['min-replicas-to-write', '1'], ['min-replicas-to-write', '0'], /replica/],
  ] as const)('/ready says of a Redis that is %s what is wrong', async (_naam, stuk, heel, reden) => {
    await redis.config('SET', ...stuk);
    expect(await wordt(o.gateway, 503)).toMatchObject({
      store: true,
      queue: false,
      redenen: [expect.stringMatching(reden)],
    });
    // The store has the message; the queue is a doorbell.
    expect((await o.post(bericht())).status).toBe(202);
    await redis.config('SET', ...heel);
    expect(await wordt(o.gateway, 200)).toMatchObject({ status: 'ok', redenen: [] });
  });

  it('/ready says of a Redis that only reads, or stands still, what is wrong', async () => {
    await redis.call('REPLICAOF', '127.0.0.1', '1');
    expect((await wordt(o.gateway, 503)).redenen).toEqual([expect.stringMatching(/leesopdrachten/)]);
    await redis.call('REPLICAOF', 'NO', 'ONE');
    await wordt(o.gateway, 200);
    const pid = Number(/process_id:(\d+)/.exec(await redis.info('server'))?.[1]);
    process.kill(pid, 'SIGSTOP');
    try {
      expect((await wordt(o.gateway, 503)).redenen).toEqual([expect.stringMatching(/antwoordt niet/)]);
      const metrics = await fetch(`${o.gateway.url}/metrics`, { headers: { authorization: `Bearer ${BEHEERDER}` } });
      expect(metrics.status).toBe(200);
    } finally {
      process.kill(pid, 'SIGCONT');
    }
    await wordt(o.gateway, 200);
  });

  it('nothing is acknowledged any more when the data folder was deleted', async () => {
    expect((await o.post(bericht())).status).toBe(202);
    rmSync(join(o.gateway.dataDir, 'pglite'), { recursive: true, force: true });
    for (let keer = 0; keer < 5; keer++) {
      const antwoord = await o.post(bericht());
      expect([antwoord.status, Number(antwoord.headers.get('retry-after')) > 0]).toEqual([503, true]);
    }
    expect(await wordt(o.gateway, 503)).toMatchObject({ store: false, redenen: [expect.stringMatching(/datamap/)] });
  });
});

describe('a PostgreSQL that stands still', () => {
  let postgres: PostgresServer;
  let o: Awaited<ReturnType<typeof opstelling>>;
  beforeAll(async () => {
    postgres = await startPostgres();
    o = await opstelling({ DATABASE_URL: await postgres.database() });
  }, 300_000);
  afterAll(async () => {
    postgres.resume();
    await o.gateway.remove();
    await postgres.stop();
  });

  it('makes every call answer 503, and what is sent again is there once', async () => {
    const bytes = Array.from({ length: 20 }, bericht);
    expect((await o.post(bericht())).status).toBe(202);
    postgres.pause();
    try {
      const antwoorden = await Promise.all(bytes.map((een) => o.post(een)));
      for (const antwoord of antwoorden) {
        expect(antwoord.status).toBe(503);
        expect(Number(antwoord.headers.get('retry-after'))).toBeGreaterThan(0);
        expect(await antwoord.json()).toMatchObject({ code: 'storing' });
      }
      expect((await o.post(bericht())).status).toBe(503);
      for (const pad of ['/api/v1/berichten', '/api/v1/signalen', '/api/v1/inzicht?per=regio', '/api/v1/afspraken'])
        expect((await o.http.call('GET', pad, BEHEERDER)).status).toBe(503);
      const { status, body } = await gereed(o.gateway);
      expect([status, body.store, body.queue]).toEqual([503, false, true]);
      expect(body.redenen).toEqual([expect.stringMatching(/database antwoordt niet/)]);
      expect((await fetch(`${o.gateway.url}/health`)).status).toBe(200);
    } finally {
      postgres.resume();
    }
    await wordt(o.gateway, 200);
    const ids = new Set<string>();
    for (const een of bytes) ids.add(await toegelaten(() => o.post(een)));
    for (const een of bytes) ids.add(await toegelaten(() => o.post(een)));
    expect(ids.size).toBe(bytes.length);
  }, 40_000);
});

/** The id, when the store answers again. */
async function toegelaten(post: () => Promise<Response>): Promise<string> {
  for (let keer = 0; ; keer++) {
    const antwoord = await post();
    if (antwoord.ok) return ((await antwoord.json()) as { id: string }).id;
    if (keer === 100) throw new Error(`refused: ${antwoord.status}`);
    await sleep(100);
  }
}
