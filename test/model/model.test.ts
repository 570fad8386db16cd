import { describe, expect, it } from 'vitest';
import { TE_ZIEN } from './dekking.ts';
import { speel, type Telling } from './uitwisseling.ts';

/** More behind IJW_MODEL_RUNS; a failing exchange is made small with IJW_MODEL_SHRINK. */
const RUNS = Number(process.env.IJW_MODEL_RUNS ?? 40);

/** The same exchanges each time, enough of them to see everything. */
const VAST = { seed: 20_261_129, numRuns: 200 };

const alsTekst = (telling: Telling) => [...telling].sort().map(([wat, aantal]) => `${wat}: ${aantal}`);

describe('a gateway and a naive one', () => {
  it('judge random exchanges alike, and remember the same', { timeout: 3_600_000 }, () => {
    const telling = speel({ numRuns: RUNS, endOnFailure: process.env.IJW_MODEL_SHRINK === undefined });
    console.log(alsTekst(telling).join('\n'));
  });

  it('see every message accepted and refused, for every reason that this world has', { timeout: 600_000 }, () => {
    const telling = speel({ ...VAST, endOnFailure: true });
    expect(TE_ZIEN.filter((wat) => !telling.has(wat))).toEqual([]);
  });
});
