import { spawnSync } from 'node:child_process';

/**
 * Words before a command so that it gets this signal when the process that started it ends, however that ends: a run that
 * was interrupted or killed leaves no server behind. Linux' parent-death signal, set by util-linux' setpriv, which then
 * becomes the command; no words where there is none.
 */
export function endsWithUs(signal: 'KILL' | 'QUIT'): readonly string[] {
  return there() ? ['setpriv', '--pdeathsig', signal, '--'] : [];
}

let found: boolean | undefined;
function there(): boolean {
  found ??= spawnSync('setpriv', ['--help'], { encoding: 'utf8' }).stdout?.includes('--pdeathsig') ?? false;
  return found;
}
