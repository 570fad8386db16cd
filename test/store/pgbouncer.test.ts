import { tmpdir } from 'node:os';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SHARED_WARNING, SharedSessions } from '../../src/store/engine/pg/pg-sessions.ts';
import { openStore } from '../../src/store/open-store.ts';
import { ALLES } from '../access/wie.ts';
import { pgbouncerBinary, startPgBouncer } from '../servers/pgbouncer.ts';
import { type PostgresServer, startPostgres } from '../servers/postgres.ts';
import { stilleLogger } from '../servers/stille-logger.ts';
import { SLEUTEL } from './contract/kennis.ts';
import { bewaar, partijen } from './make.ts';

if (pgbouncerBinary() === null) {
  describe.skip('PgBouncer (not installed here; Debian: apt-get install pgbouncer)', () => {
    it('is refused when it shares sessions', () => undefined);
  });
} else {
  describe('PgBouncer', () => {
    let server: PostgresServer;
    beforeAll(async () => {
      server = await startPostgres();
    });
    afterAll(() => server.stop());

    it('is refused with pool_mode statement, and why', async () => {
      const pooler = await startPgBouncer(await server.database(), 'statement');
      const store = await openStore({ databaseUrl: pooler.url, dataDir: tmpdir(), sleutel: SLEUTEL });
      try {
        for (let keer = 0; keer < 5; keer++) await expect(store.migrate()).rejects.toThrow(SharedSessions);
        await expect(store.migrate()).rejects.toThrow(/PgBouncer.*pool_mode = session/);
      } finally {
        await store.close();
        await pooler.stop();
      }
    });

    it('says with pool_mode transaction what goes without, and a process that is gone shows all the same', async () => {
      const pooler = await startPgBouncer(await server.database(), 'transaction');
      const said: string[] = [];
      const logger = { ...stilleLogger, warn: (text: string) => void said.push(text) };
      const open = () => openStore({ databaseUrl: pooler.url, dataDir: tmpdir(), sleutel: SLEUTEL, logger });
      const [one, other] = [await open(), await open()];
      try {
        await one.migrate();
        await other.migrate();
        expect(said).toEqual([SHARED_WARNING, SHARED_WARNING]);
        const wie = partijen();
        const { id } = await bewaar(one, wie);
        expect(await one.beginTurn(wie.laan)).toEqual({ brokeOff: false });
        expect(await other.beginTurn(wie.laan)).toEqual({ brokeOff: false });
        expect((await one.message(id, ALLES))?.status).toBe('ontvangen');
        await other.close();
        // Whoever lives no more holds no lock, so what it was at is suspect.
        expect(await one.beginTurn(wie.laan)).toEqual({ brokeOff: true });
        await one.heartbeat.beat(10_000);
      } finally {
        await Promise.allSettled([one.close(), other.close()]);
        await pooler.stop();
      }
    });

    it('does what PostgreSQL does with pool_mode session', async () => {
      const pooler = await startPgBouncer(await server.database(), 'session');
      const store = await openStore({ databaseUrl: pooler.url, dataDir: tmpdir(), sleutel: SLEUTEL });
      try {
        await store.migrate();
        const wie = partijen();
        const { id } = await bewaar(store, wie);
        expect(await store.beginTurn(wie.laan)).toEqual({ brokeOff: false });
        expect((await store.message(id, ALLES))?.status).toBe('ontvangen');
        await store.heartbeat.beat(10_000);
      } finally {
        await store.close();
        await pooler.stop();
      }
    });
  });
}
