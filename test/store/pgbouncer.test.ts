import { tmpdir } from 'node:os';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SharedSessions } from '../../src/store/engine/pg/pg-sessions.ts';
import { openStore } from '../../src/store/open-store.ts';
import { ALLES } from '../access/wie.ts';
import { pgbouncerBinary, startPgBouncer } from '../servers/pgbouncer.ts';
import { type PostgresServer, startPostgres } from '../servers/postgres.ts';
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

    it.each(['transaction', 'statement'] as const)('is refused with pool_mode %s, and why', async (mode) => {
      const pooler = await startPgBouncer(await server.database(), mode);
      const store = await openStore({ databaseUrl: pooler.url, dataDir: tmpdir(), sleutel: SLEUTEL });
      try {
        for (let keer = 0; keer < 5; keer++) await expect(store.migrate()).rejects.toThrow(SharedSessions);
        await expect(store.migrate()).rejects.toThrow(/PgBouncer.*pool_mode = session/);
      } finally {
        await store.close();
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
