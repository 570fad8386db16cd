#!/usr/bin/env node
/** npm run bench: the same set-up as npm start and npm test, then the figures of docs/prestaties.md, on both stores. */
import { ensureBuild } from './lib/build.mjs';
import { ensureModules } from './lib/modules.mjs';
import { ensureSystem, FOR_TESTING } from './lib/system.mjs';

if (!((await ensureSystem(FOR_TESTING)) && (await ensureModules()) && (await ensureBuild()))) process.exit(1);

const { bench } = await import('../bench/run.mjs');
await bench(process.argv.slice(2));
