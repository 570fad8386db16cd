import { tmpdir } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import * as kysely from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { begrensd } from '../../src/rules/verslag.ts';
import { WrongDataKey } from '../../src/store/client-key/check-key.ts';
import { dbOver } from '../../src/store/engine/db.ts';
import { isTransient, ReportTimeout } from '../../src/store/engine/errors.ts';
import { pgSource } from '../../src/store/engine/pg/pg-source.ts';
import { inTime, reporting } from '../../src/store/engine/reporting.ts';
import { guardedStore } from '../../src/store/guarded-store.ts';
import * as verslagen from '../../src/store/migrations/0005-verslagen.ts';
import { openStore } from '../../src/store/open-store.ts';
import { ALLES, vanPartijen } from '../access/wie.ts';
import { type PostgresServer, postgresBinaries, startPostgres } from '../servers/postgres.ts';
import { stilleLogger } from '../servers/stille-logger.ts';
import { asMadeContract } from './contract/as-made.ts';
import { SLEUTEL } from './contract/kennis.ts';
import { vindingen } from './contract/verslagen.ts';
import { storeContract } from './contract.ts';
import { bewaar, ontvangst, partijen, verdict } from './make.ts';

/** Until a session waits for a lock. */
async function waiting(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (;;) {
      const { rows } = await client.query(
        `select 1 from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`,
      );
      if (rows.length > 0) return;
      await sleep(10);
    }
  } finally {
    await client.end();
  }
}

if (postgresBinaries() === null) {
  describe.skip('PostgreSQL (not installed here; Debian: apt-get install postgresql)', () => {
    it('does all that PGlite does', () => undefined);
  });
} else {
  let server: PostgresServer | undefined;
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(() => server?.stop());

  const draait = () => {
    if (server === undefined) throw new Error('the server did not start');
    return server;
  };
  const open = (databaseUrl: string, sleutel = SLEUTEL) => openStore({ databaseUrl, dataDir: tmpdir(), sleutel });

  storeContract('PostgreSQL', async () => open(await draait().database()));
  asMadeContract('PostgreSQL', async () => pgSource(await draait().database()));

  describe('several processes on one database', () => {
    it('share lanes, and must share the key of the BSN hash', async () => {
      const url = await draait().database();
      const [een, twee] = [await open(url), await open(url)];
      const ander = await open(url, 'een andere sleutel, ook lang genoeg');
      try {
        await Promise.all([een.migrate(), twee.migrate()]);
        await expect(ander.migrate()).rejects.toThrow(WrongDataKey);
        const wie = partijen();
        const werk = await bewaar(een, wie);
        const uitkomsten = await Promise.all([een, twee].map((s) => s.writeVerdicts(wie.laan, 0, [verdict(werk)])));
        expect(uitkomsten.map((u) => u.kind).sort()).toEqual(['overtaken', 'written']);
        expect((await twee.message(werk.id, ALLES))?.status).toBe('goedgekeurd');
      } finally {
        await Promise.all([een.close(), twee.close(), ander.close()]);
      }
    });
  });

  it('says which settings of the server make a commit less than safe', async () => {
    const url = await draait().database();
    const eerst = await open(url);
    expect(await eerst.unsafeSettings()).toEqual([]);
    await eerst.close();
    const db = new pg.Client({ connectionString: url });
    await db.connect();
    await db.query(`alter database ${new URL(url).pathname.slice(1)} set synchronous_commit = off`);
    await db.end();
    const daarna = await open(url);
    expect(await daarna.unsafeSettings()).toEqual(['synchronous_commit']);
    await daarna.close();
  });

  describe('reports', () => {
    it('have sessions of their own: as many as there are wait for each other, messages do not wait for them', async () => {
      const source = pgSource(await draait().database());
      try {
        const bezet = [await source.reportSession(), await source.reportSession()];
        const derde = source.reportSession();
        const gewoon = await source.session();
        expect((await gewoon.query('show statement_timeout', [])).rows).toEqual([{ statement_timeout: '0' }]);
        expect((await bezet[0]?.query('show statement_timeout', []))?.rows).toEqual([{ statement_timeout: '20s' }]);
        for (const sessie of [...bezet, gewoon]) sessie.release();
        (await derde).release();
      } finally {
        await source.end();
      }
    });

    it('that take too long are stopped, and that is no trouble of the store', async () => {
      const source = pgSource(await draait().database(), 100);
      const db = dbOver({ session: () => source.reportSession(), end: async () => undefined });
      try {
        const lang = reporting(db, (trx) => kysely.sql`select pg_sleep(30)`.execute(trx));
        await expect(lang).rejects.toThrow(ReportTimeout);
        await expect(lang.catch(isTransient)).resolves.toBe(false);
        await expect(inTime(() => kysely.sql`select pg_sleep(30)`.execute(db))).rejects.toThrow(ReportTimeout);
        expect((await kysely.sql`select 1 as een`.execute(db)).rows).toEqual([{ een: 1 }]);
      } finally {
        await source.end();
      }
    });
  });

  describe('a report that an older build wrote', () => {
    it('of 130,000 findings is counted in lists and no longer than the measure when it is read', {
      timeout: 240_000,
    }, async () => {
      const url = await draait().database();
      const store = await open(url);
      const sql = new pg.Client({ connectionString: url });
      try {
        await store.migrate();
        await sql.connect();
        const wie = partijen();
        const [voor, na] = [await bewaar(store, wie), await bewaar(store, wie)];
        const schrijf = (id: string) =>
          sql.query(`update bericht set bevindingen = $2::json, status = 'afgekeurd' where id = $1`, [
            id,
            JSON.stringify(vindingen(130_000)),
          ]);
        // As the database was before reports were packed.
        await sql.query(`alter table bericht drop column verslag_kort; drop function verslag_kort(json)`);
        await schrijf(voor.id);
        const bron = dbOver(pgSource(url));
        await verslagen.up(bron);
        await bron.destroy();
        // By a process of the older build that still runs beside this one.
        await schrijf(na.id);
        const lijst = await store.messages({ scope: vanPartijen(wie.aanbieder), limit: 10 });
        expect(lijst.map((b) => b.id)).toEqual([na.id, voor.id]);
        for (const b of lijst) {
          expect(b).toMatchObject({ aantalBevindingen: 130_000, perRegel: { TR338: 43_334, TR322: 86_666 } });
          expect(b.bevindingen).toEqual(vindingen(10));
        }
        expect((await store.message(voor.id, ALLES))?.bevindingen).toEqual(begrensd(vindingen(130_000)));
      } finally {
        await sql.end();
        await store.close();
      }
    });
  });

  describe('the turn of another process', () => {
    it('broke off when that process lives no more, and did not while it lives', async () => {
      const url = await draait().database();
      const [een, twee] = [await open(url), await open(url)];
      try {
        await een.migrate();
        const wie = partijen();
        await bewaar(een, wie);
        await een.beginTurn(wie.laan);
        expect(await twee.beginTurn(wie.laan)).toEqual({ brokeOff: false });
        expect(await een.beginTurn(wie.laan)).toEqual({ brokeOff: false });
        await een.close();
        expect(await twee.beginTurn(wie.laan)).toEqual({ brokeOff: true });
        expect(await twee.beginTurn(wie.laan)).toEqual({ brokeOff: false });
      } finally {
        await twee.close();
      }
    });
  });

  describe('a server that stands still', () => {
    it('fails what was asked, and what it did all the same is found by who asks again', {
      timeout: 40_000,
    }, async () => {
      const url = await draait().database();
      const store = await open(url);
      const guarded = guardedStore(store, stilleLogger);
      const slot = new pg.Client({ connectionString: url });
      try {
        await store.migrate();
        const wie = partijen();
        const bericht = ontvangst(wie);
        await slot.connect();
        await slot.query('begin; lock table bericht in exclusive mode');
        const eerste = guarded.saveMessage(bericht);
        const mislukt = expect(eerste).rejects.toMatchObject({ code: 'HANGS' });
        await waiting(url);
        draait().pause();
        await mislukt;
        await expect(guarded.saveMessage(ontvangst(wie))).rejects.toMatchObject({ code: 'HANGS' });
        draait().resume();
        await slot.query('rollback');
        while ((await store.work(wie.laan, 10)).werk.length === 0) await sleep(20);
        const [id] = (await store.work(wie.laan, 10)).werk.map((w) => w.id);
        for (;;) {
          const weer = await guarded.saveMessage(bericht).catch(() => null);
          if (weer === null) await sleep(20);
          else {
            expect(weer).toMatchObject({ kind: 'duplicate', id });
            break;
          }
        }
        expect((await store.work(wie.laan, 10)).werk).toHaveLength(1);
      } finally {
        draait().resume();
        await slot.end();
        await store.close();
      }
    });

    it('is not what keeps one call waiting: others are answered, and it is done in the end', async () => {
      const url = await draait().database();
      const store = await open(url);
      const guarded = guardedStore(store, stilleLogger);
      const slot = new pg.Client({ connectionString: url });
      try {
        await store.migrate();
        const wie = partijen();
        await slot.connect();
        await slot.query('begin; lock table bericht in exclusive mode');
        const traag = guarded.saveMessage(ontvangst(wie));
        for (let keer = 0; keer < 15; keer++) {
          expect(await guarded.agreementsVersion()).toBe(0);
          await sleep(100);
        }
        await slot.query('rollback');
        expect((await traag).kind).toBe('stored');
      } finally {
        await slot.end();
        await store.close();
      }
    });
  });

  describe('a lost connection', () => {
    it('is no bug: what was under way fails as transient or is done, and the store goes on', async () => {
      const store = await open(await draait().database());
      try {
        await store.migrate();
        const wie = partijen();
        let bewaard = 0;
        const schrijvers = Array.from({ length: 8 }, async () => {
          for (let i = 0; i < 40; i++) {
            const bericht = ontvangst(wie);
            for (let klaar = false; !klaar; ) {
              // A repeat after a lost answer finds what was stored: one message, one effect.
              klaar = await store.saveMessage(bericht).then(
                () => true,
                (fout: unknown) => {
                  expect(isTransient(fout)).toBe(true);
                  return false;
                },
              );
            }
            bewaard++;
          }
        });
        const schrijven = Promise.all(schrijvers);
        for (let i = 0; i < 5; i++) {
          await new Promise((resolve) => setTimeout(resolve, 50));
          await draait().admin(
            `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'ijw-gateway'`,
          );
        }
        await schrijven;
        const { werk } = await store.work(wie.laan, 1000);
        expect(werk.map((w) => w.volgnummer)).toEqual(Array.from({ length: bewaard }, (_, i) => i + 1));
        expect(bewaard).toBe(320);
      } finally {
        await store.close();
      }
    });
  });
}
