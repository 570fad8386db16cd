import { tmpdir } from 'node:os';
import * as kysely from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { begrensd } from '../../src/rules/verslag.ts';
import { WrongDataKey } from '../../src/store/check-key.ts';
import { dbOver } from '../../src/store/db.ts';
import { isTransient, ReportTimeout } from '../../src/store/errors.ts';
import { openStore } from '../../src/store/open-store.ts';
import { pgSource } from '../../src/store/pg-source.ts';
import { inTime, reporting } from '../../src/store/reporting.ts';
import { type PostgresServer, postgresBinaries, startPostgres } from '../servers/postgres.ts';
import { SLEUTEL } from './contract/kennis.ts';
import { vindingen } from './contract/verslagen.ts';
import { storeContract } from './contract.ts';
import { bewaar, ontvangst, partijen, verdict } from './make.ts';

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
        expect((await twee.message(werk.id))?.status).toBe('goedgekeurd');
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
    it('of 130,000 findings is counted in lists and no longer than the measure when it is read', async () => {
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
        await sql.query(`delete from kysely_migration where name = '0005-verslagen'`);
        await schrijf(voor.id);
        await store.migrate();
        // By a process of the older build that still runs beside this one.
        await schrijf(na.id);
        const lijst = await store.messages({ partijen: [wie.aanbieder], limit: 10 });
        expect(lijst.map((b) => b.id)).toEqual([na.id, voor.id]);
        for (const b of lijst) {
          expect(b).toMatchObject({ aantalBevindingen: 130_000, perRegel: { TR338: 43_334, TR322: 86_666 } });
          expect(b.bevindingen).toEqual(vindingen(10));
        }
        expect((await store.message(voor.id))?.bevindingen).toEqual(begrensd(vindingen(130_000)));
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
