#!/usr/bin/env node
/**
 * npm start: from a fresh checkout to a gateway that serves. Installs, builds and finds a Redis, then becomes
 * `ijw-gateway serve` itself: one process, so that signals need no passing on.
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureBuild } from './lib/build.mjs';
import { ensureModules } from './lib/modules.mjs';
import { ROOT } from './lib/run.mjs';
import { ensureSystem, FOR_SERVING } from './lib/system.mjs';

if (!((await ensureSystem(FOR_SERVING)) && (await ensureModules()) && (await ensureBuild()))) process.exit(1);

// npm passes a signal on to its shell, and the shell to nobody: when that ends, so do we.
if (process.env.npm_lifecycle_event !== undefined) {
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && process.kill(process.pid, 'SIGTERM'), 500).unref();
}

const main = join(ROOT, 'dist', 'src', 'cli', 'main.js');
process.argv = [process.execPath, main, 'serve', ...process.argv.slice(2)];
await import(pathToFileURL(main).href);
