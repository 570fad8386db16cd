#!/usr/bin/env node
/** npm run test:hostile: all that is meant badly, of which `npm test` has a part: what is large and what waits for a limit too. */
import { ensureBuild } from './lib/build.mjs';
import { ensureModules } from './lib/modules.mjs';
import { ROOT, run } from './lib/run.mjs';
import { ensureSystem, FOR_TESTING } from './lib/system.mjs';

if (!((await ensureSystem(FOR_TESTING)) && (await ensureModules()) && (await ensureBuild()))) process.exit(1);
process.exit(
  await run(`${ROOT}/node_modules/.bin/vitest`, ['run', 'test/hostile/hostile.test.ts'], { IJW_HOSTILE: 'all' }),
);
