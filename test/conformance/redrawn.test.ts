import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runScenarios } from '../servers/conformance.ts';
import { BEHEERDER, TestGateway } from '../servers/gateway.ts';
import { hasShared } from '../shared.ts';

/** More seeds behind IJW_REDRAWN_SEEDS: a number of runs. */
const SEEDS = Array.from({ length: Number(process.env.IJW_REDRAWN_SEEDS ?? 2) }, (_, i) => `redrawn-${i + 1}`);
const RUN_MS = 300_000;

/** Nothing that the scenarios name may be known by heart: other gemeenten, products, tariffs, budgets and percentage. */
describe.skipIf(!hasShared)('the public scenarios redrawn by a seed (needs the conformance kit in ../shared)', () => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await TestGateway.start();
  });
  afterAll(() => gateway?.remove());

  it.each(SEEDS)('all pass with seed %s', { timeout: RUN_MS }, async (seed) => {
    const { laatste, uitvoer } = await runScenarios(gateway.url, BEHEERDER, {
      module: 'redrawn',
      map: join(import.meta.dirname, 'redrawn'),
      env: { REDRAWN_SEED: seed },
    });
    console.log(uitvoer.split('\n').find((regel) => regel.startsWith('redrawn by')));
    expect(uitvoer.split('\n').filter((regel) => regel.startsWith('FAIL'))).toEqual([]);
    expect(laatste).toMatch(/^[1-9]\d* passed, 0 failed$/);
  });
});
