import { tmpdir } from 'node:os';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import { type PostgresServer, postgresBinaries, startPostgres } from '../servers/postgres.ts';
import { SLEUTEL } from './contract/kennis.ts';
import { storeContract } from './contract.ts';

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

  storeContract('PostgreSQL', async () => {
    if (server === undefined) throw new Error('the server did not start');
    return openStore({ databaseUrl: await server.database(), dataDir: tmpdir(), sleutel: SLEUTEL });
  });
}
