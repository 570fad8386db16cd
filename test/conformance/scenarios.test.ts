import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runScenarios } from '../servers/conformance.ts';
import { BEHEERDER, TestGateway } from '../servers/gateway.ts';
import { type PostgresServer, startPostgres } from '../servers/postgres.ts';
import { hasShared } from '../shared.ts';

/** Twice on the same store: what the first run left behind may not change the second. */
const RUNS = ['first', 'second on the same store'];
const RUN_MS = 600_000;

describe.skipIf(!hasShared)('the public scenarios (needs the conformance kit in ../shared)', () => {
  describe('on PGlite', () => {
    let gateway: TestGateway;
    beforeAll(async () => {
      gateway = await TestGateway.start();
    });
    afterAll(() => gateway?.remove());

    it.each(RUNS)('all pass: %s run', { timeout: RUN_MS }, () => allPass(gateway));
  });

  describe('on PostgreSQL', () => {
    let postgres: PostgresServer;
    let gateway: TestGateway;
    beforeAll(async () => {
      postgres = await startPostgres();
      gateway = await TestGateway.start({ env: { DATABASE_URL: await postgres.database() } });
    });
    afterAll(async () => {
      await gateway?.remove();
      await postgres?.stop();
    });

    it.each(RUNS)('all pass: %s run', { timeout: RUN_MS }, () => allPass(gateway));
  });
});

async function allPass(gateway: TestGateway): Promise<void> {
  const { laatste, uitvoer } = await runScenarios(gateway.url, BEHEERDER);
  expect(uitvoer.split('\n').filter((regel) => regel.startsWith('FAIL'))).toEqual([]);
  expect(laatste).toMatch(/^[1-9]\d* passed, 0 failed$/);
}
