import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jw301 } from '../gateway/berichten.ts';
import { afsprakenMet, client, GEMEENTE } from '../gateway/wereld.ts';
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

describe('a full disk', () => {
  const map = mkdtempSync(join(tmpdir(), 'ijw-vol-'));
  const gekoppeld = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=300m', 'tmpfs', map]).status === 0;
  afterAll(() => {
    if (gekoppeld) spawnSync('umount', [map]);
    rmSync(map, { recursive: true, force: true });
  });

  it.skipIf(!gekoppeld)('is told by /ready, and no message is half acknowledged', { timeout: 300_000 }, async () => {
    const o = await opstelling({ DATA_DIR: map });
    try {
      const [vulling, groot] = [join(map, 'vulling'), Buffer.concat([bericht(), Buffer.alloc(2_000_000, ' ')])];
      vul(vulling);
      expect(await wordt(o.gateway, 503)).toMatchObject({
        store: false,
        redenen: expect.arrayContaining([expect.stringMatching(/schijf/)]),
      });
      const antwoord = await o.post(groot);
      expect([antwoord.status, Number(antwoord.headers.get('retry-after')) > 0]).toEqual([503, true]);
      rmSync(vulling);
      await wordt(o.gateway, 200);
      expect((await o.post(groot)).status).toBe(202);
    } finally {
      await o.gateway.remove();
    }
  });
});

/** Writes until there is no room left. */
function vul(pad: string): void {
  const bestand = openSync(pad, 'w');
  try {
    for (;;) writeSync(bestand, Buffer.alloc(64 * 1024));
  } catch {
    closeSync(bestand);
  }
}

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
