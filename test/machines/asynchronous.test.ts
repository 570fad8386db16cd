import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { expect, it } from 'vitest';
import { Mailbox } from '../crash/mailbox.ts';
import { tell } from '../crash/tally.ts';
import { through } from '../crash/through.ts';
import type { Parties } from '../crash/traffic.ts';
import { Acknowledgements } from './acknowledged.ts';
import { startFleet } from './fleet.ts';
import { startPair } from './postgres-pair.ts';

/**
 * A standby that follows without being waited for: what its promotion costs is measured and printed, and held is that the
 * sender can mend it. `behind`: so long the standby got nothing any more when the primary was lost (ms).
 */

const CLIENTS = 150;

it.each([0, 1_000])(
  'an asynchronous standby, %d ms behind, takes over under load: what was lost is sent again, and all is right',
  {
    timeout: 900_000,
  },
  async (behind) => {
    const pair = await startPair({ synchronous: false });
    try {
      const fleet = await startFleet({ elsewhere: { DATABASE_URL: pair.url } });
      try {
        const { rig } = fleet;
        const senders = new Acknowledgements(rig.http);
        let [acknowledged, unknown, forgotten] = [0, 0, 0];
        const takeOver = async () => {
          if (behind > 0) await pair.fallBehind();
          await sleep(behind);
          acknowledged = senders.count;
          await pair.promote();
          unknown = await senders.sendAgain();
          forgotten = await forget(rig.parties, pair.standby);
          senders.goOn();
        };
        const counted = await through(rig, CLIENTS, takeOver, pair.standby, 1.5 * CLIENTS);
        console.log(
          `asynchronous: ${behind} ms behind: ${acknowledged} acknowledged, ${unknown} of them unknown and sent again; ` +
            `${forgotten} that parties had and the store not`,
        );
        expect(counted).toMatchObject({ lost: 0, doubled: 0 });
        if (behind > 0) expect(unknown).toBeGreaterThan(0);
        tell({ faults: 1, ...counted });
      } finally {
        await fleet.stop();
      }
    } finally {
      await pair.stop();
    }
  },
);

/** What parties had got and the store does not know: they get it again, under another id. How many those were. */
async function forget(parties: Parties, url: string): Promise<number> {
  const had = [...parties.values()].map((party) => [party, [...party.received.keys()]] as const);
  const db = new pg.Client({ connectionString: url });
  await db.connect();
  try {
    const { rows } = await db.query<{ id: string }>('select id from bericht');
    const known = new Set(rows.map(({ id }) => id));
    let forgotten = 0;
    for (const [party, ids] of had) {
      for (const id of ids) {
        if (known.has(id) || !(party instanceof Mailbox)) continue;
        party.received.delete(id);
        forgotten++;
      }
    }
    return forgotten;
  } finally {
    await db.end();
  }
}
