import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import { BEHEERDER, TestGateway } from '../servers/gateway.ts';
import { type PostgresServer, startPostgres } from '../servers/postgres.ts';
import { bewaar, verdict } from '../store/make.ts';

const DATA_SLEUTEL = 'een sleutel van de tests van herhalingen';
const LANEN = 3;
const ELK = 1000;

let postgres: PostgresServer;
beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres?.stop());

/** Messages that were refused, in lanes of their own; gives the ids of each lane in their order. */
async function refused(databaseUrl: string, dataDir: string): Promise<string[][]> {
  const store = await openStore({ databaseUrl, dataDir, sleutel: DATA_SLEUTEL });
  await store.migrate();
  const lanen: string[][] = [];
  for (let n = 0; n < LANEN; n++) {
    const wie = { aanbieder: `4242000${n + 1}`, gemeente: '0362', laan: `AA|4242000${n + 1}` };
    const werk = await Promise.all(Array.from({ length: ELK }, () => bewaar(store, wie)));
    werk.sort((a, b) => a.volgnummer - b.volgnummer);
    await store.writeVerdicts(
      wie.laan,
      0,
      werk.map((een) => verdict(een, { status: 'geweigerd' })),
    );
    lanen.push(werk.map(({ id }) => id));
  }
  await store.close();
  return lanen;
}

it('3,000 refused messages are judged again, each once and in order, though the process is killed meanwhile', {
  timeout: 300_000,
}, async () => {
  const url = await postgres.database();
  const gateway = await TestGateway.start({ env: { DATABASE_URL: url, DATA_SLEUTEL } });
  const db = new pg.Client({ connectionString: url });
  try {
    const lanen = await refused(url, gateway.dataDir);
    await db.connect();
    const call = async (method: string, path: string, body?: object) => {
      const headers = { authorization: `Bearer ${BEHEERDER}`, 'content-type': 'application/json' };
      const answer = await fetch(`${gateway.url}/api/v1${path}`, {
        ...{ method, headers },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      return { status: answer.status, body: (await answer.json()) as Readonly<Record<string, unknown>> };
    };
    const proef = await call('POST', '/herhalingen', { filter: { status: 'geweigerd' }, proef: true });
    expect(proef).toMatchObject({ status: 202, body: { gevraagd: LANEN * ELK, aangeboden: LANEN * ELK, klaar: true } });

    const echt = await call('POST', '/herhalingen', { filter: { status: 'geweigerd' } });
    expect(echt).toMatchObject({ status: 202, body: { gevraagd: LANEN * ELK } });
    const gedaan = async () => {
      const sql = 'select count(*)::int as n from herhaling_bericht where uitkomst is not null';
      return Number((await db.query(sql)).rows[0].n);
    };
    // Some of it is done, whatever the machine; the rest must go on by itself.
    while ((await gedaan()) === 0) await sleep(1);
    await gateway.kill();
    await gateway.start();
    let stand = await call('GET', `/herhalingen/${echt.body.id}`);
    while (stand.body.klaar !== true) {
      await sleep(100);
      stand = await call('GET', `/herhalingen/${echt.body.id}`);
    }
    expect(stand.body).toMatchObject({ gevraagd: LANEN * ELK, aangeboden: LANEN * ELK, geweigerd: {} });
    const { rows } = await db.query(
      `select onderwerp, count(*)::int as n from gebeurtenis where soort = 'opnieuw-aangeboden' group by 1`,
    );
    expect([rows.length, new Set(rows.map(({ n }) => n))]).toEqual([LANEN * ELK, new Set([1])]);
    for (const [n, ids] of lanen.entries()) {
      const laan = `AA|4242000${n + 1}`;
      const nu = await db.query('select id from bericht where laan = $1 order by volgnummer', [laan]);
      expect(nu.rows.map(({ id }) => id)).toEqual(ids);
    }
  } finally {
    await db.end();
    await gateway.remove();
  }
});
