import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { aanbieders } from './agreements.mjs';
import { BSNS } from './bsn.mjs';
import { fill, PER_TOEWIJZING } from './fill.mjs';
import { startGateway } from './gateway.mjs';
import { jw301 } from './messages.mjs';
import { getal, percentile } from './numbers.mjs';
import { AANBIEDERS } from './plan.mjs';
import { startPostgres } from './private-server.mjs';
import { onStore } from './stores.mjs';

const MAIN = fileURLToPath(new URL('../dist/src/cli/main.js', import.meta.url));
/** At its end a process tells what it held at most. */
const VERTELT = `data:text/javascript,${encodeURIComponent(`import { readFileSync } from 'node:fs';
process.on('exit', () => process.stderr.write(/VmHWM:\\s+\\d+/.exec(readFileSync('/proc/self/status', 'utf8'))[0]));`)}`;
const [PARTIJ] = aanbieders(AANBIEDERS);

/** `purge --dry-run` and `purge` of a store of which half is due, and how a gateway answers meanwhile. */
export async function purge({ toewijzingen }, zeg) {
  const postgres = await startPostgres();
  try {
    return await onStore(postgres, 'opruimen', async (store) => {
      zeg(`vullen: ${getal(toewijzingen)} toewijzingen`);
      await fill(store, { toewijzingen, partijen: AANBIEDERS, oud: true });
      const gateway = await startGateway(store);
      try {
        const uit = {};
        uit.rust = await served(store, gateway, 0, () => sleep(10_000));
        zeg('purge --dry-run');
        uit.proef = await served(store, gateway, 1, () => command(store, ['purge', '--dry-run']));
        zeg('purge');
        uit.echt = await served(store, gateway, 2, () => command(store, ['purge']));
        zeg('purge --dry-run erna');
        uit.erna = await command(store, ['purge', '--dry-run']);
        return uit;
      } finally {
        await gateway.stop();
      }
    });
  } finally {
    await postgres.stop();
  }
}

/** What `work` gave, beside what others had to wait for the gateway meanwhile (ms). */
async function served({ sleutels }, gateway, ronde, work) {
  const klant = gateway.beheerder.as(sleutels[PARTIJ.gemeente]);
  const health = [];
  const posts = [];
  let [bezig, nr] = [true, ronde * 2_000];
  const every = async (ms, into, ask) => {
    while (bezig) {
      const begin = performance.now();
      const { status } = await ask();
      if (status >= 400) throw new Error(`HTTP ${status}`);
      into.push(performance.now() - begin);
      await sleep(ms);
    }
  };
  const beside = [
    every(50, health, () => gateway.beheerder.call('GET', '/health', {})),
    every(100, posts, () => {
      const i = nr++;
      return klant.post(jw301({ ...PARTIJ, bsn: BSNS[i], nummer: 900_000_000 + i * 5, producten: 1 }, `P${i}`));
    }),
  ];
  try {
    return { ...(await work()), health, posts };
  } finally {
    bezig = false;
    await Promise.all(beside);
  }
}

function command({ databaseUrl, dataDir }, args) {
  const begin = performance.now();
  const env = { PATH: process.env.PATH, DATABASE_URL: databaseUrl, DATA_DIR: dataDir };
  const child = spawn(process.execPath, ['--import', VERTELT, MAIN, ...args], { env });
  let [said, told] = ['', ''];
  child.stdout.on('data', (deel) => {
    said += deel;
  });
  child.stderr.on('data', (deel) => {
    told += deel;
  });
  return new Promise((resolve, reject) => {
    child.on('close', (code) => {
      if (code !== 0) reject(new Error(`${args.join(' ')}: ${said}${told}`));
      else resolve({ ms: performance.now() - begin, kB: Number(/VmHWM:\s+(\d+)/.exec(told)?.[1]), said });
    });
  });
}

/** Rows by table, as the command told them. */
function counted(said) {
  return Object.fromEntries([...said.matchAll(/^(\w+) +(\d+)/gm)].map(([, table, rows]) => [table, Number(rows)]));
}

export function purgeReport({ rust, proef, echt, erna }, { toewijzingen }) {
  const wachten = (lijst) =>
    `${getal(percentile(lijst, 50))} / ${getal(percentile(lijst, 95))} / ${getal(Math.max(...lijst))}`;
  const rij = (naam, { ms, kB, health, posts }) =>
    `| ${naam} | ${ms === undefined ? '' : getal(ms / 1000, 1)} | ${kB === undefined ? '' : getal(kB / 1000)} | ${wachten(health)} | ${wachten(posts)} | ${posts.length} |`;
  const [beloofd, gedaan] = [counted(proef.said), counted(echt.said)];
  const anders = Object.keys({ ...beloofd, ...gedaan }).filter((table) => beloofd[table] !== gedaan[table]);
  return [
    `Opruimen van een opslag met ${getal(toewijzingen * PER_TOEWIJZING)} berichten: ${getal(gedaan.bericht)} berichten en ${getal(gedaan.samen)} regels weg`,
    '',
    '| wat | s | MB | GET /health p50 / p95 / hoogste (ms) | POST /berichten p50 / p95 / hoogste (ms) | berichten |',
    '| --- | --: | --: | --- | --- | --: |',
    rij('niets', rust),
    rij('purge --dry-run', proef),
    rij('purge', echt),
    '',
    anders.length === 0
      ? 'Per tabel ging wat --dry-run had gezegd.'
      : `Anders dan --dry-run: ${anders.map((table) => `${table} ${beloofd[table]} en ${gedaan[table]}`).join(', ')}`,
    `Erna zegt --dry-run: ${erna.said.trim()}`,
  ].join('\n');
}
