#!/usr/bin/env node
/**
 * npm run fuzz [-- --seed N] [--seconds N | --hours N]: changes samples and reads them by every reader of what others send, 60 s
 * unless it is told otherwise. The same seed gives the same inputs in the same order. The last line says how many there were; it
 * ends with 1 when something threw, took over two seconds of CPU or never ended.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureModules } from './lib/modules.mjs';
import { ROOT, run } from './lib/run.mjs';

const number = { type: 'string' };
const { values } = parseArgs({ options: { seed: number, seconds: number, hours: number } });
const seed = Number(values.seed ?? Date.now() % 1_000_000);
const seconds = values.hours === undefined ? Number(values.seconds ?? 60) : Number(values.hours) * 3_600;
if (!(Number.isInteger(seed) && seconds > 0)) {
  console.error('Use: npm run fuzz [-- --seed N] [--seconds N | --hours N]');
  process.exit(2);
}
if (!(await ensureModules())) process.exit(1);

const folder = mkdtempSync(join(tmpdir(), 'ijw-fuzz-'));
const out = join(folder, 'said');
console.log(`fuzz: seed ${seed}, ${seconds} s`);
const env = { IJW_FUZZ_SEED: String(seed), IJW_FUZZ_SECONDS: String(seconds), IJW_FUZZ_OUT: out };
const code = await run(join(ROOT, 'node_modules/.bin/vitest'), ['run', 'test/fuzz/fuzz.test.ts'], env);
try {
  console.log(readFileSync(out, 'utf8'));
} catch {
  console.log(`fuzz: seed ${seed}: ended before it could tell`);
}
rmSync(folder, { recursive: true, force: true });
process.exit(code === 0 ? 0 : 1);
