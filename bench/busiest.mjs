import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aanbieders } from './agreements.mjs';
import { buildOf, HERE } from './builds.mjs';
import { startGateway } from './gateway.mjs';
import { getal } from './numbers.mjs';
import { AANBIEDERS, lists } from './plan.mjs';
import { startPostgres } from './private-server.mjs';
import { onStore } from './stores.mjs';
import { throughput } from './throughput.mjs';

const PARTIJEN = aanbieders(AANBIEDERS);
const HOEVEEL = 20;
/** A thread that did less than this for a message says nothing (µs). */
const MINSTENS = 20;

/**
 * Where each thread of the gateway spends its time on a JW301 and its JW305, by function: the twenty busiest, in µs a message,
 * of this build and of that of another commit when one is named.
 */
export async function busiest({ perAanbieder, naast }, zeg) {
  const builds = { 'deze build': HERE, ...(naast === null ? {} : { [naast]: buildOf(naast, zeg) }) };
  const uit = [];
  for (const [naam, root] of Object.entries(builds)) {
    zeg(naam);
    const map = mkdtempSync(join(tmpdir(), 'ijw-bench-prof-'));
    const postgres = await startPostgres();
    try {
      const { vijftig: lijst } = lists(PARTIJEN, { perAanbieder });
      await onStore(postgres, 'profiel', (store) => profiled({ ...store, profielen: map }, lijst), root);
      for (const thread of threads(map, 2 * perAanbieder * AANBIEDERS)) uit.push({ naam, ...thread });
    } finally {
      await postgres.stop();
      rmSync(map, { recursive: true, force: true });
    }
  }
  return uit;
}

async function profiled(store, lijst) {
  const gateway = await startGateway(store);
  try {
    for (const soort of ['JW301', 'JW305']) await throughput({ ...store, gateway, soort, lijst });
  } finally {
    await gateway.stop();
  }
}

function threads(map, berichten) {
  const bestanden = readdirSync(map).filter((naam) => naam.endsWith('.cpuprofile'));
  const alle = bestanden.map((naam) => thread(JSON.parse(readFileSync(join(map, naam), 'utf8')), berichten));
  return alle.filter(({ bezig }) => bezig >= MINSTENS).sort((a, b) => b.bezig - a.bezig);
}

function thread({ nodes, samples, timeDeltas }, berichten) {
  const namen = new Map(nodes.map(({ id, callFrame }) => [id, nameOf(callFrame)]));
  const zelf = new Map();
  samples.forEach((id, i) => {
    const naam = namen.get(id);
    if (naam !== '(idle)') zelf.set(naam, (zelf.get(naam) ?? 0) + timeDeltas[i] / berichten);
  });
  const op = [...zelf].sort((a, b) => b[1] - a[1]);
  return { bezig: op.reduce((som, [, us]) => som + us, 0), top: op.slice(0, HOEVEEL) };
}

function nameOf({ functionName, url }) {
  const waar = url.replace(/.*\/(dist\/src|node_modules)\//, '').replace(/^wasm:.*/, 'wasm');
  return `${functionName || '(naamloos)'} ${waar}`.trim();
}

export function busiestReport(metingen) {
  return metingen
    .flatMap(({ naam, bezig, top }, i) => [
      `${naam}, thread ${1 + metingen.slice(0, i).filter((m) => m.naam === naam).length}: ${getal(bezig)} µs per bericht`,
      '',
      ...top.map(([functie, us]) => `${getal(us, 1).padStart(7)}  ${functie}`),
      '',
    ])
    .join('\n');
}
