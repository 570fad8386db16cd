import { expect, it } from 'vitest';
import { tell } from '../crash/tally.ts';
import { through } from '../crash/through.ts';
import { startPgBouncer } from '../servers/pgbouncer.ts';
import { startFleet } from './fleet.ts';
import { startPair } from './postgres-pair.ts';

const CLIENTS = 30;

it('a synchronous standby that takes over under load: no acknowledged message is lost', {
  timeout: 900_000,
}, async () => {
  const pair = await startPair({ synchronous: true });
  try {
    const fleet = await startFleet({ elsewhere: { DATABASE_URL: pair.url } });
    try {
      const counted = await through(fleet.rig, CLIENTS, () => pair.promote(), pair.standby);
      expect(counted).toMatchObject({ lost: 0, doubled: 0 });
      tell({ faults: 1, ...counted });
    } finally {
      await fleet.stop();
    }
  } finally {
    await pair.stop();
  }
});

it('PgBouncer in transaction mode between, with a worker killed: nothing is lost or doubled', {
  timeout: 900_000,
}, async () => {
  let pooler: Awaited<ReturnType<typeof startPgBouncer>> | undefined;
  let direct = '';
  const fleet = await startFleet({
    prepare: async ({ postgres }) => {
      direct = await postgres.database();
      pooler = await startPgBouncer(direct, 'transaction');
      return { DATABASE_URL: pooler.url };
    },
  });
  try {
    const [worker] = fleet.workers;
    const trouble = async () => {
      await worker?.kill();
      await worker?.start();
    };
    const counted = await through(fleet.rig, CLIENTS, trouble, direct);
    expect(counted).toMatchObject({ lost: 0, doubled: 0 });
    tell({ faults: 1, ...counted });
  } finally {
    await fleet.stop();
    await pooler?.stop();
  }
});
