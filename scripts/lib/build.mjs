import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, run } from './run.mjs';

const STAMP = join(ROOT, 'dist', '.built');
const SOURCES = ['src', 'package-lock.json', 'tsconfig.json', 'tsconfig.build.json', 'tsconfig.client.json'];

/** Builds when a source is newer than the last build that went well. False when the compiler refuses. */
export async function ensureBuild() {
  const built = statSync(STAMP, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (built > Math.max(...SOURCES.map((source) => newest(join(ROOT, source))))) return true;
  return build();
}

export async function build() {
  console.log('Building …');
  if ((await run('npm', ['run', '--silent', 'build'])) !== 0) return false;
  mkdirSync(join(ROOT, 'dist'), { recursive: true });
  writeFileSync(STAMP, '');
  return true;
}

function newest(path) {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  // The folder itself changes when a file in it is removed.
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}
