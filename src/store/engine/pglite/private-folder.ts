import { chmodSync, existsSync, lstatSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { syncFolder } from './sync-disk.ts';

/** Permission bits of the group and of all others. */
export const OF_OTHERS = 0o077;

export interface Shut {
  /** Files and folders that other accounts could reach and no longer can. */
  readonly mended: number;
  /** Those that could not be mended, because they belong to another account. */
  readonly left: number;
}

/** Makes a folder, and those above it that are not there, for its owner alone; their names are on disk afterwards. */
export function privateFolder(path: string): void {
  const folder = resolve(path);
  const first = mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (first === undefined) return;
  for (let made = folder; made.length >= first.length; made = dirname(made)) syncFolder(dirname(made));
}

/**
 * Takes the rights of group and others from a folder and from all below it. From the top down: once a folder is shut, no
 * other account can put something else in the place of what is mended next. Links are not followed.
 */
export function shutFolder(path: string): Shut {
  const tally = { mended: 0, left: 0 };
  if (existsSync(path)) shut(path, statSync(path), tally);
  return tally;
}

type Found = Pick<ReturnType<typeof lstatSync> & object, 'mode' | 'isDirectory' | 'isSymbolicLink'>;

function shut(path: string, found: Found, tally: { mended: number; left: number }): void {
  if (found.isSymbolicLink()) return;
  if ((Number(found.mode) & OF_OTHERS) !== 0) {
    try {
      chmodSync(path, Number(found.mode) & 0o7777 & ~OF_OTHERS);
      tally.mended++;
    } catch (fout) {
      if (!isCode(fout, 'EPERM', 'ENOENT')) throw fout;
      if (isCode(fout, 'EPERM')) tally.left++;
    }
  }
  if (!found.isDirectory()) return;
  for (const name of readdirSync(path)) {
    const below = join(path, name);
    const entry = lstatSync(below, { throwIfNoEntry: false });
    if (entry !== undefined) shut(below, entry, tally);
  }
}

function isCode(fout: unknown, ...codes: readonly string[]): boolean {
  return codes.includes((fout as NodeJS.ErrnoException).code ?? '');
}
