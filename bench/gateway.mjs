import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Client, expect } from './http.mjs';
import { end } from './private-server.mjs';

/** The build that is measured unless another is named (`beside.mjs`). */
const HERE = fileURLToPath(new URL('..', import.meta.url));
const BEHEERDER = 'beheerder-sleutel-van-de-bench';
/** Looks whether it is ready, ten a second: on a machine that is busy a start takes minutes. */
const LOOKS = 3_000;

/** The gateway as operators run it: one process in role `all`; `env` is what it is set to beside that. `profielen` is a folder for CPU profiles, `root` where the build stands. */
export async function startGateway({ dataDir, databaseUrl = '', profielen = '', root = HERE, env: more = {} }) {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const profiel = profielen === '' ? [] : ['--cpu-prof', '--cpu-prof-interval', '1000', '--cpu-prof-dir', profielen];
  const env = { PATH: process.env.PATH, PORT: String(port), DATA_DIR: dataDir, ...more };
  const logboek = join(dataDir, 'gateway.log');
  const uit = openSync(logboek, 'a');
  const child = spawn(process.execPath, [...profiel, join(root, 'dist/src/cli/main.js'), 'serve'], {
    env: { ...env, IJW_BEHEERDER_SLEUTEL: BEHEERDER, ...(databaseUrl === '' ? {} : { DATABASE_URL: databaseUrl }) },
    stdio: ['ignore', uit, uit],
  });
  closeSync(uit);
  const log = () => readFileSync(logboek, 'utf8').slice(-5000);
  const beheerder = new Client(url, BEHEERDER);
  for (let poging = 0; ; poging++) {
    if (child.exitCode !== null || poging > LOOKS) throw new Error(`the gateway does not run: ${log()}`);
    const ready = await beheerder.call('GET', '/ready', {}).catch(() => undefined);
    if (ready?.status === 200) break;
    await sleep(100);
  }
  return {
    url,
    beheerder,
    pid: child.pid,
    log,
    async stop() {
      beheerder.close();
      await end(child, 'SIGTERM');
    },
  };
}

/** Keys for everybody of the agreements: `{ partij: sleutel }`. */
export async function makeKeys(beheerder, partijen) {
  const sleutels = {};
  const alle = partijen.flatMap(({ agb, gemeente }) => [
    ['aanbieder', agb],
    ['gemeente', gemeente],
  ]);
  for (const [rol, partij] of alle) {
    if (sleutels[partij] !== undefined) continue;
    const invoer = { naam: `bench ${partij}`, rol, partij };
    sleutels[partij] = expect(await beheerder.json('POST', '/api/v1/sleutels', invoer), 201).sleutel;
  }
  return sleutels;
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
