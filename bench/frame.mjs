import { fork } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { aanbieders } from './agreements.mjs';
import { startGateway } from './gateway.mjs';
import { getal, percentile } from './numbers.mjs';
import { AANBIEDERS, lists } from './plan.mjs';
import { startPostgres, startRedis } from './private-server.mjs';
import { onStore } from './stores.mjs';
import { posted, throughput } from './throughput.mjs';

const PARTIJEN = aanbieders(AANBIEDERS);
const KIJK_MS = 20;

/**
 * JW305's over fifty aanbieders by the gateway, and by a bare frame that stores them in groups, rings, judges nothing and
 * writes an answer, in turns in one run: how much of what this machine allows the gateway leaves.
 */
export async function frame({ perAanbieder, rondes }, zeg) {
  const postgres = await startPostgres();
  try {
    return await onStore(postgres, 'gateway', async (store) => {
      const uit = [];
      const gateway = await startGateway(store);
      try {
        for (let ronde = 0; ronde < rondes; ronde++) {
          const lijst = { ...lists(PARTIJEN, { perAanbieder }).vijftig, reeks: 1 + ronde, vanaf: ronde * perAanbieder };
          await throughput({ ...store, gateway, soort: 'JW301', lijst });
          zeg(`ronde ${ronde + 1}: gateway`);
          const wij = await throughput({ ...store, gateway, soort: 'JW305', lijst });
          zeg(`ronde ${ronde + 1}: kader`);
          uit.push({ gateway: wij.perSeconde, kader: await bare(await postgres.database(`kader${ronde}`), lijst) });
        }
        return uit;
      } finally {
        await gateway.stop();
      }
    });
  } finally {
    await postgres.stop();
  }
}

/** Messages a second, from the first post to the last answer, of a frame of its own with nothing in its store. */
async function bare(databaseUrl, lijst) {
  const redis = await startRedis();
  const server = fork(fileURLToPath(new URL('./frame-server.mjs', import.meta.url)), [databaseUrl, redis.socket]);
  try {
    const { port } = await new Promise((resolve, reject) => {
      server.once('message', resolve);
      server.once('exit', () => reject(new Error('the frame does not run')));
    });
    const url = `http://127.0.0.1:${port}`;
    const sleutels = Object.fromEntries(PARTIJEN.map(({ agb }) => [agb, agb]));
    const settled = async () => {
      while ((await (await fetch(`${url}/wacht`)).json()) > 0) await sleep(KIJK_MS);
    };
    const meting = await posted(
      { url, sleutels, soort: 'JW305', lijst },
      { before: () => null, settled, after: () => null },
    );
    return meting.perSeconde;
  } finally {
    server.kill('SIGKILL');
    await redis.stop();
  }
}

export function frameReport(metingen) {
  const delen = metingen.map(({ gateway, kader }) => gateway / kader);
  return [
    'JW305’s van vijftig aanbieders per seconde: de gateway, en een kaal kader dat bewaart, belt, niets beoordeelt en antwoordt',
    '',
    '| ronde | gateway | kader | deel |',
    '| --- | --: | --: | --: |',
    ...metingen.map(
      ({ gateway, kader }, i) =>
        `| ${i + 1} | ${getal(gateway)} | ${getal(kader)} | ${getal((gateway / kader) * 100)} % |`,
    ),
    '',
    `In het midden haalt de gateway ${getal(percentile(delen, 50) * 100)} % van het kader.`,
  ].join('\n');
}
