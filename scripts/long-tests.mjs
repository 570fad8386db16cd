#!/usr/bin/env node
/**
 * npm run test:crash: processes killed at every fault point, workers killed at random, servers that are restarted, emptied,
 * full or read-only. Takes an hour or more.
 * npm run test:machines: several machines on PostgreSQL with a standby, PgBouncer, Sentinel, a Redis Cluster, a line that is
 * cut. Takes a quarter of an hour.
 * The last line counts faults, messages, what was lost and what was doubled. `-- NAME` runs the files that begin so.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from './lib/build.mjs';
import { ensureModules } from './lib/modules.mjs';
import { runTool } from './lib/run.mjs';
import { ensureSystem, FOR_TESTING } from './lib/system.mjs';

if (!((await ensureSystem(FOR_TESTING)) && (await ensureModules()) && (await build()))) process.exit(1);
const scratch = mkdtempSync(join(tmpdir(), 'ijw-long-'));
const file = join(scratch, 'tally');
process.env.IJW_PROEF_TELLING = file;
const [folder = 'crash/long', ...names] = process.argv.slice(2);
const files = names.length > 0 ? names.map((name) => `test/${folder}/${name}`) : [`test/${folder}`];
const code = await runTool('vitest', ['run', '--config', 'vitest.long.config.ts', ...files]);
const total = { faults: 0, sent: 0, lost: 0, doubled: 0 };
for (const line of tallies()) for (const [key, number] of Object.entries(JSON.parse(line))) total[key] += number;
rmSync(scratch, { recursive: true, force: true });
const { faults, sent, lost, doubled } = total;
console.log(`${faults} faults injected, ${sent} messages sent, ${lost} lost, ${doubled} doubled`);
process.exit(code !== 0 || lost + doubled > 0 ? 1 : 0);

function tallies() {
  try {
    return readFileSync(file, 'utf8').split('\n').filter(Boolean);
  } catch {
    return [];
  }
}
