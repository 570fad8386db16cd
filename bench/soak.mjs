import { setTimeout as sleep } from 'node:timers/promises';
import { aanbieders } from './agreements.mjs';
import { clienten } from './clients.mjs';
import { memory } from './cpu.mjs';
import { startGateway } from './gateway.mjs';
import { jw301, jw305 } from './messages.mjs';
import { getal, percentile } from './numbers.mjs';
import { AANBIEDERS } from './plan.mjs';
import { Poster } from './poster.mjs';
import { startPostgres } from './private-server.mjs';
import { onStore } from './stores.mjs';

const PARTIJEN = aanbieders(AANBIEDERS);
const VERBINDINGEN = 64;
const STAP_MS = 100;
/** Until then caches, pools and compiled code still grow. */
const AANLOOP_MIN = 15;
const DEEL_MIN = 10;
const PER_REEKS = 100;

/**
 * The same load for a long time: JW301's and then a JW305 on each, at a fixed pace. Gives every minute the memory of the
 * gateway at its lowest (what the last collection left), and how long posting took.
 */
export async function soak({ minuten, perSeconde }, zeg) {
  const postgres = await startPostgres();
  try {
    return await onStore(postgres, 'duur', (store) => keepOn(store, minuten, perSeconde, zeg));
  } finally {
    await postgres.stop();
  }
}

async function keepOn(store, minuten, perSeconde, zeg) {
  const gateway = await startGateway(store);
  const posters = Array.from({ length: VERBINDINGEN }, () => new Poster(gateway.url));
  const uit = [];
  try {
    const berichten = traffic(store.sleutels, posters[0]);
    const begin = performance.now();
    let gestuurd = 0;
    for (let minuut = 1; minuut <= minuten; minuut++) {
      const [geheugen, tijden] = [[], []];
      const vrij = [...posters];
      const lopend = new Set();
      while (performance.now() - begin < minuut * 60_000) {
        const hoeveel = Math.min(vrij.length, Math.floor(((performance.now() - begin) / 1000) * perSeconde) - gestuurd);
        for (let i = 0; i < hoeveel; i++) {
          gestuurd++;
          const poster = vrij.shift();
          const bezig = timed(poster, berichten.next().value, tijden).finally(() => {
            vrij.push(poster);
            lopend.delete(bezig);
          });
          lopend.add(bezig);
        }
        geheugen.push(memory(gateway.pid));
        await sleep(STAP_MS);
      }
      await Promise.all(lopend);
      uit.push({ minuut, geheugen: Math.min(...geheugen), tijden });
      zeg(`minuut ${minuut}: ${getal(Math.min(...geheugen) / 1e6)} MB, p99 ${getal(percentile(tijden, 99), 1)} ms`);
    }
    return uit;
  } finally {
    for (const poster of posters) poster.close();
    await gateway.stop();
  }
}

async function timed(poster, request, tijden) {
  const begin = performance.now();
  const status = await poster.send(request);
  if (status !== 202) throw new Error(`HTTP ${status}`);
  tijden.push(performance.now() - begin);
}

/** Requests without end: each client of fifty aanbieders gets a JW301, and later its JW305. */
function* traffic(sleutels, poster) {
  const [nummer, soort] = [(client) => String(client.nummer).padStart(9, '0'), { jw301, jw305 }];
  for (let reeks = 1; ; reeks++) {
    const lijst = clienten({ partijen: PARTIJEN, perAanbieder: PER_REEKS, reeks, vanaf: (reeks * PER_REEKS) % 9000 });
    for (const client of lijst)
      yield poster.request(sleutels[client.gemeente], soort.jw301(client, `1${nummer(client)}`));
    for (const client of lijst) yield poster.request(sleutels[client.agb], soort.jw305(client, `5${nummer(client)}`));
  }
}

export function soakReport(metingen, { perSeconde }) {
  const na = metingen.filter(({ minuut }) => minuut > Math.min(AANLOOP_MIN, metingen.length / 2));
  const delen = [];
  for (let i = 0; i < metingen.length; i += DEEL_MIN) delen.push(metingen.slice(i, i + DEEL_MIN));
  return [
    `${getal(metingen.length)} minuten lang ${getal(perSeconde)} berichten per seconde`,
    '',
    '| minuten | geheugen, laagst (MB) | p50 (ms) | p99 (ms) |',
    '| --- | --: | --: | --: |',
    ...delen.map((deel) => {
      const tijden = deel.flatMap((m) => m.tijden);
      const laagst = Math.min(...deel.map((m) => m.geheugen)) / 1e6;
      return `| ${deel[0].minuut} tot ${deel.at(-1).minuut} | ${getal(laagst)} | ${getal(percentile(tijden, 50), 1)} | ${getal(percentile(tijden, 99), 1)} |`;
    }),
    '',
    `Helling van het geheugen na de aanloop: ${getal(slope(na) * 60, 2)} MB per uur.`,
  ].join('\n');
}

/** MB a minute, by least squares. */
function slope(metingen) {
  const n = metingen.length;
  const mx = metingen.reduce((som, m) => som + m.minuut, 0) / n;
  const my = metingen.reduce((som, m) => som + m.geheugen / 1e6, 0) / n;
  const boven = metingen.reduce((som, m) => som + (m.minuut - mx) * (m.geheugen / 1e6 - my), 0);
  return boven / metingen.reduce((som, m) => som + (m.minuut - mx) ** 2, 0);
}
