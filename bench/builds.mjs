import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where this build stands. */
export const HERE = fileURLToPath(new URL('..', import.meta.url));

/** The folder of a build of that commit; made once, in the folder for temporary files. */
export function buildOf(commit, zeg) {
  const hash = execFileSync('git', ['rev-parse', '--verify', `${commit}^{commit}`], {
    cwd: HERE,
    encoding: 'utf8',
  }).trim();
  const folder = join(tmpdir(), `ijw-gateway-${hash.slice(0, 12)}`);
  if (existsSync(join(folder, 'dist/src/cli/main.js'))) return folder;
  zeg(`build of ${hash.slice(0, 12)} in ${folder}`);
  const doe = (opdracht, ...args) => execFileSync(opdracht, args, { cwd: folder, stdio: ['ignore', 2, 2] });
  execFileSync('git', ['clone', '--quiet', '--no-checkout', HERE, folder], { stdio: ['ignore', 2, 2] });
  doe('git', 'checkout', '--quiet', hash);
  doe('npm', 'ci', '--no-audit', '--no-fund');
  doe('npm', 'run', '--silent', 'build');
  return folder;
}
