import { statSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, run } from './run.mjs';

/** Installs what the lockfile names when nothing is installed, or something else. False when npm fails. */
export async function ensureModules() {
  if (changed('node_modules/.package-lock.json') >= changed('package-lock.json')) return true;
  console.log('Installing dependencies (npm ci) …');
  return (await run('npm', ['ci', '--include=dev', '--no-audit', '--no-fund'])) === 0;
}

/** When a file of the project was written; 0 when there is none. */
function changed(path) {
  return statSync(join(ROOT, path), { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
