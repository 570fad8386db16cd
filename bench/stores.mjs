import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aanbieders, afspraken } from './agreements.mjs';
import { fill } from './fill.mjs';
import { makeKeys, startGateway } from './gateway.mjs';
import { expect } from './http.mjs';
import { large } from './large.mjs';
import { AANBIEDERS, lists } from './plan.mjs';
import { startPostgres } from './private-server.mjs';
import { shares } from './profile.mjs';
import { throughput } from './throughput.mjs';

const PARTIJEN = aanbieders(AANBIEDERS);

/** Everything that is measured on one kind of store: an empty one, and one with history. */
export async function measure(soort, omvang, zeg) {
  const postgres = soort === 'postgres' ? await startPostgres() : null;
  try {
    const leeg = await onStore(postgres, 'leeg', async (store) => ({
      vragen: await rates(store, omvang, zeg),
      declaraties: await declaraties(store, omvang, zeg),
      profiel: await profile(store, omvang, zeg),
    }));
    const gevuld = await onStore(postgres, 'gevuld', async (store) => {
      zeg(`historie: ${omvang.historie} toewijzingen`);
      await fill(store, { toewijzingen: omvang.historie, partijen: AANBIEDERS });
      return rates(store, omvang, zeg);
    });
    return { omvang, leeg: leeg.vragen, gevuld, declaraties: leeg.declaraties, profiel: leeg.profiel };
  } finally {
    await postgres?.stop();
  }
}

/** A store with agreements and keys and no messages, while `use` runs; `root` as of `startGateway`. */
export async function onStore(postgres, naam, use, root, partijen = PARTIJEN) {
  const dataDir = mkdtempSync(join(tmpdir(), 'ijw-bench-'));
  const databaseUrl = postgres === null ? '' : await postgres.database(naam);
  const store = { dataDir, databaseUrl, postgres, root, sleutels: {} };
  try {
    await withGateway(store, async ({ beheerder }) => {
      expect(await beheerder.json('PUT', '/api/v1/afspraken', afspraken(partijen)), 200);
      store.sleutels = await makeKeys(beheerder, partijen);
    });
    return await use(store);
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function withGateway(store, use, profielen) {
  const gateway = await startGateway({ ...store, profielen });
  try {
    return await use(gateway);
  } catch (fout) {
    process.stderr.write(gateway.log());
    throw fout;
  } finally {
    await gateway.stop();
  }
}

/** JW301s, then a JW305 on each: over fifty aanbieders, of one, and on one client of one. */
export function rates(store, omvang, zeg) {
  const { vijftig, een, client } = lists(PARTIJEN, omvang);
  return withGateway(store, async (gateway) => {
    const uit = {};
    for (const [naam, lijst] of Object.entries({ vijftig, een, client })) {
      for (const soort of ['JW301', 'JW305']) {
        zeg(`${soort}, ${naam}`);
        uit[`${soort} ${naam}`] = await throughput({ ...store, gateway, soort, lijst });
      }
    }
    return uit;
  });
}

/** Each in a gateway of its own, so that memory is its own. */
async function declaraties(store, omvang, zeg) {
  const uit = [];
  for (const [nr, prestaties] of omvang.declaraties.entries()) {
    zeg(`JW323 van ${prestaties} prestaties`);
    const deel = { ...lists(PARTIJEN, omvang).declaratie(nr), prestaties };
    uit.push(await withGateway(store, (gateway) => large({ ...store, ...deel, gateway })));
  }
  return uit;
}

/** Apart from the figures, because profiling slows things down. */
async function profile(store, omvang, zeg) {
  zeg('profiel');
  const map = mkdtempSync(join(tmpdir(), 'ijw-bench-prof-'));
  const { profiel: lijst } = lists(PARTIJEN, omvang);
  try {
    await withGateway(
      store,
      async (gateway) => {
        for (const soort of ['JW301', 'JW305']) await throughput({ ...store, gateway, soort, lijst });
      },
      map,
    );
    return shares(map);
  } finally {
    rmSync(map, { recursive: true, force: true });
  }
}
