import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { clienten } from './clients.mjs';
import { memory } from './cpu.mjs';
import { expect } from './http.mjs';
import { jw323 } from './messages.mjs';
import { percentile } from './numbers.mjs';
import { throughput } from './throughput.mjs';

const XSD = fileURLToPath(new URL('../schemas/ijw-3.2/xsd/JW323.xsd', import.meta.url));
const PER_CLIENT = 5;
const MONSTER_MS = 50;
/** Others call this often: a call every so many ms, whatever the last one took. */
const ANDEREN_MS = 20;

/**
 * One JW323 of so many prestaties by one aanbieder: seconds until its JW325 is stored, memory of the gateway at its highest,
 * what others wait for the API meanwhile, and how long xmllint takes for the same file. The toewijzingen come first, by JW301.
 */
export async function large({ gateway, postgres, sleutels, partij, prestaties, reeks, vanaf }) {
  const lijst = { partijen: [partij], perAanbieder: prestaties / PER_CLIENT, reeks, vanaf, producten: PER_CLIENT };
  await throughput({ gateway, postgres, sleutels, soort: 'JW301', lijst });
  const bytes = jw323(clienten(lijst), `D${reeks}`);
  const eigen = gateway.beheerder.as(sleutels[partij.agb]);

  const rust = memory(gateway.pid);
  const geheugen = every(MONSTER_MS, async () => memory(gateway.pid));
  const leeft = every(ANDEREN_MS, () => timed(() => gateway.beheerder.call('GET', '/health', {})));
  const begin = performance.now();
  const { id } = expect(await eigen.post(bytes), 202);
  const ontvangen = performance.now();
  const leest = every(ANDEREN_MS, () => timed(() => gateway.beheerder.json('GET', `/api/v1/berichten/${id}`)));
  const bericht = await judged(eigen, id);
  const seconden = (performance.now() - begin) / 1000;
  const [monsters, health, lezen] = await Promise.all([geheugen.stop(), leeft.stop(), leest.stop()]);

  if (bericht.status !== 'goedgekeurd') throw new Error(`the JW323 was ${bericht.status}: ${firstFinding(bericht)}`);
  if (bericht.antwoorden[0]?.type !== 'JW325') throw new Error('the JW323 has no JW325');
  return {
    prestaties,
    megabytes: bytes.length / 1e6,
    seconden,
    ontvangst: (ontvangen - begin) / 1000,
    rust,
    piek: Math.max(rust, ...monsters),
    health: percentile(health, 95),
    lezen: percentile(lezen, 95),
    xmllint: xmllint(bytes),
  };
}

async function judged(client, id) {
  for (;;) {
    const bericht = expect(await client.json('GET', `/api/v1/berichten/${id}`), 200);
    if (bericht.status !== 'ontvangen') return bericht;
    await sleep(MONSTER_MS);
  }
}

function firstFinding({ bevindingen }) {
  const [{ regel, pad, melding } = {}] = bevindingen;
  return `${regel} ${pad} ${melding}`;
}

/** Measures at a fixed pace until stopped; gives the measurements. */
function every(ms, meet) {
  const lopend = [];
  const wekker = setInterval(() => lopend.push(meet()), ms);
  return {
    stop() {
      clearInterval(wekker);
      return Promise.all(lopend);
    },
  };
}

async function timed(doe) {
  const begin = performance.now();
  await doe();
  return performance.now() - begin;
}

/** Seconds of `xmllint --schema` on the file; null where it is not installed. */
function xmllint(bytes) {
  const map = mkdtempSync(join(tmpdir(), 'ijw-bench-xml-'));
  const bestand = join(map, 'jw323.xml');
  writeFileSync(bestand, bytes);
  const begin = performance.now();
  const { status, error, stderr } = spawnSync('xmllint', ['--noout', '--schema', XSD, bestand], { encoding: 'utf8' });
  const seconden = (performance.now() - begin) / 1000;
  rmSync(map, { recursive: true });
  if (error) return null;
  if (status !== 0) throw new Error(`xmllint: ${stderr.slice(0, 500)}`);
  return seconden;
}
