#!/usr/bin/env node
/**
 * npm run test:crash: processes killed at every fault point, workers killed at random, servers that are restarted, emptied,
 * full or read-only. Takes an hour or more. The last line counts faults, messages, what was lost and what was doubled.
 * `npm run test:crash -- points` runs the files whose names hold that word.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from './lib/build.mjs';
import { ensureModules } from './lib/modules.mjs';
import { runTool } from './lib/run.mjs';
import { ensureSystem, FOR_TESTING } from './lib/system.mjs';

if (!((await ensureSystem(FOR_TESTING)) && (await ensureModules()) && (await build()))) process.exit(1);
const folder = mkdtempSync(join(tmpdir(), 'ijw-crash-'));
const file = join(folder, 'tally');
process.env.IJW_PROEF_TELLING = file;
const names = process.argv.slice(2).map((name) => `test/crash/long/${name}`);
const code = await runTool('vitest', [
  'run',
  '--config',
  'vitest.long.config.ts',
  ...(names.length > 0 ? names : ['test/crash/long']),
]);
const total = { faults: 0, sent: 0, lost: 0, doubled: 0 };
for (const line of tallies()) for (const [key, number] of Object.entries(JSON.parse(line))) total[key] += number;
rmSync(folder, { recursive: true, force: true });
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
