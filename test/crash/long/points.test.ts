import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FAULT_POINTS, type FaultPoint } from '../../../src/faults/points.ts';
import { diceOf, shuffled } from '../dice.ts';
import { faultAt, Killer } from '../kill-at.ts';
import type { StufParty } from '../parties/stuf.ts';
import { recounted } from '../recount.ts';
import { type Rig, startRig, stufBeside } from '../rig.ts';
import { passingOf } from '../scenes.ts';
import { tell } from '../tally.ts';

/** Each seed is another order of the points and another passing of each. */
const SEEDS = Number(process.env.IJW_PROEF_ZADEN ?? 3);
/** Some points by name, with commas; all of them without it. */
const NAMED = process.env.IJW_PROEF_PUNTEN?.split(',');

describe('killed at every fault point', () => {
  let rig: Rig;
  let stuf: StufParty;
  beforeAll(async () => {
    rig = await startRig({ ways: 'all' });
    stuf = await stufBeside(rig);
  }, 300_000);
  afterAll(async () => {
    await stuf?.close();
    await rig?.stop();
  });

  for (let seed = 1; seed <= SEEDS; seed++) {
    it(`with seed ${seed}: each point is passed, and nothing is lost or doubled`, { timeout: 7_200_000 }, async () => {
      const dice = diceOf(seed);
      const points = FAULT_POINTS.filter((point) => NAMED === undefined || NAMED.includes(point));
      const killer = new Killer(rig, stuf, 2);
      const missed: FaultPoint[] = [];
      const order = shuffled(points, dice).map((point) => ({ point, passing: passingOf(point, 1 + dice(3)) }));
      for (const [i, { point, passing }] of order.entries()) {
        const next = order[i + 1];
        if (!(await killer.at(point, passing, next && faultAt(next.point, next.passing)))) missed.push(point);
        console.log(`${i + 1} of ${order.length}: ${point}, passing ${passing}`);
      }
      const counted = await recounted(rig.databaseUrl, rig.traffic, rig.parties);
      tell({ faults: killer.kills, ...counted });
      expect(missed).toEqual([]);
      expect(killer.kills).toBeGreaterThanOrEqual(points.length);
    });
  }
});
