import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { tell } from '../crash/tally.ts';
import { through } from '../crash/through.ts';
import { BrokerServer } from '../servers/broker-redis.ts';
import { startPostgres } from '../servers/postgres.ts';
import { startFleet } from './fleet.ts';
import { canMakeHosts, Hosts } from './hosts.ts';

const CLIENTS = 30;
/** One way, between each machine and the stores (ms). */
const LATENCY_MS = 5;
/** How long one machine is cut off (ms). */
const CUT_MS = 20_000;

it.skipIf(!canMakeHosts())(
  'two machines with latency, one cut off under load and back again: nothing is lost or doubled (needs root and ip netns)',
  { timeout: 900_000 },
  async () => {
    const [postgres, redis, hosts] = [await startPostgres(), await BrokerServer.start(), new Hosts()];
    try {
      const [one, two] = [hosts.add(), hosts.add()];
      const direct = await postgres.database();
      const elsewhere = {
        DATABASE_URL: await hosts.reach(direct, LATENCY_MS),
        REDIS_URL: await hosts.reach(redis.url(), LATENCY_MS),
      };
      const fleet = await startFleet({ elsewhere, machine: one.machine }, two.machine);
      try {
        const trouble = async () => {
          two.cut();
          await sleep(CUT_MS);
          two.mend();
        };
        const counted = await through(fleet.rig, CLIENTS, trouble, direct);
        expect(counted).toMatchObject({ lost: 0, doubled: 0 });
        tell({ faults: 1, ...counted });
      } finally {
        await fleet.stop();
      }
    } finally {
      await hosts.stop();
      await redis.stop();
      await postgres.stop();
    }
  },
);
