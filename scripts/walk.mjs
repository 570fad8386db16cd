#!/usr/bin/env node
/**
 * npm run walk: a browser through all pages of a month of `npm run demo`, as each role. Starts a smaller month of its own, which
 * takes minutes; IJW_DEMO names the file of one that runs (`npm run demo -- --json FILE`).
 */
import { ensureBuild } from './lib/build.mjs';
import { ensureModules } from './lib/modules.mjs';
import { runTool } from './lib/run.mjs';
import { ensureSystem, FOR_PICTURES } from './lib/system.mjs';

if (!((await ensureSystem(FOR_PICTURES)) && (await ensureModules()) && (await ensureBuild()))) process.exit(1);
process.exit(await runTool('vitest', ['run', '--config', 'vitest.long.config.ts', 'test/walk']));
