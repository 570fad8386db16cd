import { expect, it } from 'vitest';
import { alsoRuns, startRig } from '../rig.ts';
import { tell } from '../tally.ts';
import { through } from '../through.ts';

const CLIENTS = 60;
/** A stop that takes longer is cut off (docs/bediening.md). */
const STOP_MS = 25_000;

it('SIGTERM under load: each process ends by itself in time', { timeout: 600_000 }, async () => {
  const rig = await startRig({ ways: 'http', role: 'api' });
  const others = [await alsoRuns(rig, 'worker'), await alsoRuns(rig, 'worker'), await alsoRuns(rig, 'delivery')];
  try {
    const took: number[] = [];
    const counted = await through(rig, CLIENTS, async () => {
      for (const process of [...others, rig.gateway]) {
        const begun = performance.now();
        expect(await process.stop()).toBe(0);
        took.push(performance.now() - begun);
        await process.start();
      }
    });
    console.log(`SIGTERM: ${took.map((ms) => Math.round(ms)).join(', ')} ms`);
    expect(Math.max(...took)).toBeLessThan(STOP_MS);
    tell({ faults: took.length, ...counted });
  } finally {
    for (const process of others) await process.remove();
    await rig.stop();
  }
});
