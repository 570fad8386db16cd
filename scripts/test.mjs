#!/usr/bin/env node
/**
 * npm test: the same set-up as npm start, then every check. The last line is `N passed, N failed`; what was skipped stands
 * above it with its reason.
 */
import { build } from './lib/build.mjs';
import { ensureModules } from './lib/modules.mjs';
import { run, runTool } from './lib/run.mjs';
import { ensureSystem, FOR_TESTING } from './lib/system.mjs';
import { runVitest } from './lib/vitest.mjs';

if (!((await ensureSystem(FOR_TESTING)) && (await ensureModules()))) finish(0, 1);

const checks = {
  'generated files are fresh': async () => (await run('node', ['scripts/generate-model.mjs', '--check'])) === 0,
  types: async () => (await runTool('tsc', ['-p', 'tsconfig.json'])) === 0,
  lint: async () => (await runTool('biome', ['check', '.'])) === 0,
  'unused code': async () => (await runTool('knip')) === 0,
  build,
};
let passed = 0;
const broken = [];
for (const [name, check] of Object.entries(checks)) {
  const ok = await check();
  console.log(`${ok ? 'ok   ' : 'FAIL '} ${name}`);
  if (ok) passed++;
  else broken.push(name);
}

const tests = await runVitest(process.argv.slice(2));
for (const name of tests.skipped) console.log(`skipped  ${name}`);
for (const name of [...broken, ...tests.failed]) console.log(`FAIL  ${name}`);
finish(passed + tests.passed, broken.length + tests.failed.length);

function finish(good, bad) {
  console.log(`${good} passed, ${bad} failed`);
  process.exit(bad === 0 ? 0 : 1);
}
