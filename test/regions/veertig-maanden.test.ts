import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ProvidedRedis } from '../../src/queue/redis/redis-server.ts';
import { fictiefBsn } from '../../src/samples/bsn.ts';
import { writeChecked } from '../../src/xml/write/write.ts';
import { TestGateway } from '../servers/gateway.ts';
import { HttpClient } from '../servers/http-client.ts';
import { type PostgresServer, postgresBinaries, startPostgres } from '../servers/postgres.ts';
import { startRedis } from '../servers/redis.ts';
import { jw301, jw323, type Wie } from './berichten.ts';

/** Each kills a worker or not, by turns, and four hold up by each lock once; twenty (IJW_RONDEN=20) take minutes. */
const RONDEN = Number(process.env.IJW_RONDEN ?? 4);
const MAANDEN = Array.from(
  { length: 40 },
  (_, i) => `${2022 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`,
);
const LAATSTE = '2025-04';
const RUIMTE = 20;
const MINUTEN = 100;
const PRODUCT = { categorie: '45', code: 'AA01' };
const TARIEF = 172;
const GEMEENTE = '0362';
const AANBIEDER = '42420001';
const TIMEOUT = 420_000;

/** Holds up whoever judges: before it has read what was declared earlier, or when it wants to write its verdicts. */
const SLOTEN = ['access exclusive', 'share row exclusive'];

describe.skipIf(postgresBinaries() === null)('40 months at once against room for 20 (needs PostgreSQL)', () => {
  let postgres: PostgresServer;
  let redis: ProvidedRedis;
  let db: pg.Client;
  let api: TestGateway;
  const workers = new Map<string, TestGateway>();
  beforeAll(async () => {
    [postgres, redis] = await Promise.all([startPostgres(), startRedis()]);
    const url = await postgres.database();
    db = new pg.Client({ connectionString: url });
    await db.connect();
    const start = (rol: string, naam: string) =>
      TestGateway.start({
        args: ['--role', rol],
        env: {
          DATABASE_URL: `${url}?application_name=${naam}`,
          REDIS_URL: redis.url,
          DATA_SLEUTEL: 'sleutel-van-de-veertig-maanden-test',
        },
      });
    api = await start('api', 'api');
    const http = new HttpClient(api.url);
    await http.putAgreements(
      JSON.parse(readFileSync(new URL('../../samples/afspraken.json', import.meta.url), 'utf8')),
    );
    const [een, twee] = await Promise.all([start('worker', 'worker-1'), start('worker', 'worker-2')]);
    workers.set('worker-1', een).set('worker-2', twee);
  });
  afterAll(async () => {
    await Promise.all([...workers.values()].map((worker) => worker.remove()));
    await api?.remove();
    await db?.end();
    await redis?.stop();
    await postgres?.stop();
  });

  it(`exactly ${RUIMTE} granted in each of ${RONDEN} rounds, the judging worker killed in half`, {
    timeout: TIMEOUT,
  }, async () => {
    const http = new HttpClient(api.url);
    const gedood: string[] = [];
    let terug = Promise.resolve();
    for (let ronde = 0; ronde < RONDEN; ronde++) {
      const wie = { gemeente: GEMEENTE, aanbieder: AANBIEDER, bsn: fictiefBsn(ronde / RONDEN) };
      const nummer = 700_000 + ronde;
      await wijsToe(http, wie, nummer);
      const slot = ronde % 2 === 0 ? undefined : SLOTEN[((ronde - 1) / 2) % 2];
      if (slot !== undefined) await db.query(`begin; lock table prestatie in ${slot} mode`);
      const ids = await declareer(http, wie, nummer);
      if (slot !== undefined) {
        const naam = await wieBeoordeelt();
        const worker = workers.get(naam);
        await worker?.kill();
        await db.query('rollback');
        gedood.push(naam);
        terug = worker?.start() ?? terug;
      }
      await beoordeeld(ids);
      await terug;
      expect(await geteld(nummer), `round ${ronde}`).toEqual({ regels: RUIMTE, minuten: RUIMTE * MINUTEN });
      const { signaalbudget } = await http.json<{ signaalbudget: unknown }>(
        'GET',
        `/api/v1/toewijzingen/${GEMEENTE}/${nummer}`,
        await http.sleutel(GEMEENTE),
      );
      expect(signaalbudget).toMatchObject({ gebruikt: RUIMTE * MINUTEN * TARIEF, percentage: 100 });
    }
    expect(gedood).toHaveLength(RONDEN / 2);
    expect(await een(`select count(*)::int as n from bericht where status = 'vastgelopen'`)).toBe(0);
    // Once per crossing, whoever was killed: one signal for each toewijzing.
    expect(await een(`select count(*)::int as n from signaal where soort = 'signaalbudget'`)).toBe(RONDEN);
    expect(await een(`select count(*)::int as n from bericht where type = 'JW325'`)).toBe(RONDEN * MAANDEN.length);
  });

  async function wijsToe(http: HttpClient, wie: Wie, nummer: number): Promise<void> {
    const omvang = { volume: RUIMTE * MINUTEN, eenheid: '01', frequentie: '6' };
    const toewijzing = jw301(wie, { ...PRODUCT, nummer, begin: '2022-01-01', einde: '2025-12-31', omvang });
    const { id } = await http.json<{ id: string }>(
      'POST',
      '/api/v1/berichten',
      await http.sleutel(GEMEENTE),
      writeChecked(toewijzing),
    );
    await beoordeeld([id]);
    expect((await http.bericht(id)).status).toBe('goedgekeurd');
  }

  /** All months at once, in declaraties of the last one (TR318); the ids of what was acknowledged. */
  async function declareer(http: HttpClient, wie: Wie, nummer: number): Promise<string[]> {
    const sleutel = await http.sleutel(AANBIEDER);
    const regel = { ...PRODUCT, nummer, volume: MINUTEN, eenheid: '01', tarief: TARIEF, bedrag: MINUTEN * TARIEF };
    const antwoorden = await Promise.all(
      MAANDEN.map((maand) =>
        http.json<{ id: string }>(
          'POST',
          '/api/v1/berichten',
          sleutel,
          writeChecked(jw323(wie, LAATSTE, { ...regel, maand })),
        ),
      ),
    );
    return antwoorden.map(({ id }) => id);
  }

  /** The worker whose statement waits for our lock: it has taken the lane and is judging it. */
  async function wieBeoordeelt(): Promise<string> {
    for (;;) {
      const { rows } = await db.query(
        `select application_name as naam from pg_stat_activity
         where datname = current_database() and wait_event_type = 'Lock' and application_name like 'worker-%'`,
      );
      if (rows[0] !== undefined) return String(rows[0].naam);
      await sleep(50);
    }
  }

  async function beoordeeld(ids: readonly string[]): Promise<void> {
    while (
      (await een(`select count(*)::int as n from bericht where id = any($1) and status = 'ontvangen'`, [ids])) > 0
    ) {
      await sleep(100);
    }
  }

  async function geteld(nummer: number): Promise<{ regels: number; minuten: number }> {
    const { rows } = await db.query(
      `select count(*)::int as regels, coalesce(sum(volume), 0)::int as minuten from prestatie
       where toewijzing_nummer = $1 and debet_credit = 'D' and stand = 'toegekend'`,
      [nummer],
    );
    return rows[0];
  }

  async function een(vraag: string, waarden: readonly unknown[] = []): Promise<number> {
    return Number((await db.query(vraag, [...waarden])).rows[0].n);
  }
});
