import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { startGateway } from '../../../bench/gateway.mjs';
import { ROOT } from '../../lib/run.mjs';

const CLOCK = join(ROOT, 'scripts', 'demo', 'month', 'clock.mjs');

/**
 * A gateway with a store and a Redis of its own, in a folder that goes when it stops. `goTo` sets its clock, never back;
 * `today` gives it the real one.
 */
export async function ownGateway(moment) {
  const dataDir = mkdtempSync(join(tmpdir(), 'ijw-demo-'));
  const file = join(dataDir, 'clock');
  const set = (behind) => {
    writeFileSync(`${file}.new`, String(Math.max(0, Math.round(behind))));
    renameSync(`${file}.new`, file);
  };
  set(Date.now() - moment.getTime());
  const env = { DEMO_CLOCK: file, NODE_OPTIONS: `--import ${pathToFileURL(CLOCK).href}`, LOG_LEVEL: 'warn' };
  const gateway = await startGateway({ dataDir, env }).catch((fout) => {
    rmSync(dataDir, { recursive: true, force: true });
    throw fout;
  });
  return {
    url: gateway.url,
    admin: gateway.beheerder,
    log: gateway.log,
    goTo: async (when) => {
      set(Date.now() - when.getTime());
      await sleep(60);
    },
    today: async () => {
      set(0);
      await sleep(60);
    },
    stop: async () => {
      await gateway.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
