import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { expect, it } from 'vitest';
import { diceOf } from '../dice.ts';
import { alsoRuns, startRig } from '../rig.ts';
import { tell } from '../tally.ts';
import { through } from '../through.ts';

const PROVIDERS = 10;
/** Three messages each: 2,010 in all. */
const CLIENTS = 67;
const ALL = PROVIDERS * CLIENTS * 3;
/** Between two kills (ms). */
const PAUSE_MS = 2_000;
const SEED = 14;

it('two workers killed at random while 2,010 messages go through', { timeout: 1_800_000 }, async () => {
  const rig = await startRig({ ways: 'http', providers: PROVIDERS, role: 'api' });
  const others = [await alsoRuns(rig, 'worker'), await alsoRuns(rig, 'worker'), await alsoRuns(rig, 'delivery')];
  try {
    const dice = diceOf(SEED);
    let kills = 0;
    const counted = await through(rig, CLIENTS, async () => {
      while (rig.traffic.sent.length < ALL || !(await allJudged(rig.databaseUrl))) {
        const worker = others[dice(2)];
        await worker?.kill();
        kills++;
        await worker?.start();
        await sleep(dice(PAUSE_MS));
      }
    });
    expect(counted).toEqual({ sent: ALL, lost: 0, doubled: 0 });
    tell({ faults: kills, ...counted });
    expect(kills).toBeGreaterThan(1);
  } finally {
    for (const process of others) await process.remove();
    await rig.stop();
  }
});

async function allJudged(databaseUrl: string): Promise<boolean> {
  const db = new pg.Client({ connectionString: databaseUrl });
  await db.connect();
  try {
    return (await db.query(`select 1 from bericht where status = 'ontvangen' limit 1`)).rowCount === 0;
  } finally {
    await db.end();
  }
}
