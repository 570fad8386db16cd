import { lstat, readdir, rename, rm } from 'node:fs/promises';
import { codeOf, syncFolder, unlessGone, within, writeNew } from './durable.ts';

/**
 * The folder `uit` of one party. Beside `<id>.xml` lies `.<id>.ligt`, made just before it and kept until its removal is
 * written down: a file that is gone while its mark is there was taken by the party; when both are gone nobody knows (another
 * disk, a folder that was made anew), and it goes again.
 */
const fileOf = (id: string) => `${id}.xml`;
const partOf = (id: string) => `.${id}.xml`;
const markOf = (id: string) => `.${id}.ligt`;

/** Puts it there, on disk; `taken` when an attempt before this one did and the party took it since. */
export async function putOut(folder: string, id: string, bytes: Uint8Array): Promise<'lies' | 'taken'> {
  const [file, part, mark] = [fileOf(id), partOf(id), markOf(id)].map((name) => within(folder, name)) as Paths;
  if (await exists(file)) return 'lies';
  // The mark is older than the file: with it and without the part that becomes the file, the file was there.
  if (await exists(mark)) {
    if (!(await exists(part))) return 'taken';
    await rm(mark, { force: true });
    await syncFolder(folder);
  }
  await rm(part, { force: true });
  await writeNew(part, bytes);
  // A mark whose part was never on disk would say that the party took it.
  await syncFolder(folder);
  await writeNew(mark, '');
  await syncFolder(folder);
  await rename(part, file);
  await syncFolder(folder);
  return 'lies';
}

type Paths = [Buffer, Buffer, Buffer];

/** What became of what was put there. `unknown`: not even the mark is left. */
export type Fate = 'lies' | 'taken' | 'unknown';

/** For many at once; the folder is read after it was known what lies there. Null when there is no folder. */
export async function fates(folder: string): Promise<((id: string) => Fate) | null> {
  const names = await unlessGone(readdir(folder));
  if (names === null) return null;
  const there = new Set(names);
  return (id) => {
    if (there.has(fileOf(id))) return 'lies';
    return there.has(markOf(id)) ? 'taken' : 'unknown';
  };
}

/** It is written down that the party took it. */
export async function forgetMark(folder: string, id: string): Promise<void> {
  await rm(within(folder, markOf(id)), { force: true });
}

/** What is left of deliveries that ended otherwise; old enough that nobody tries them any more. */
export async function tidy(folder: string, now: Date): Promise<void> {
  for (const name of (await unlessGone(readdir(folder))) ?? []) {
    if (!LEFT.test(name)) continue;
    const path = within(folder, name);
    const stat = await unlessGone(lstat(path));
    if (stat !== null && now.getTime() - stat.mtimeMs > KEPT_MS) await rm(path, { force: true });
  }
}

const LEFT = /^\.[0-9a-f-]{36}\.(?:xml|ligt)$/;
/** A delivery is tried for a day; a gateway may have stood still (ms). */
const KEPT_MS = 30 * 24 * 3_600_000;

async function exists(path: Buffer): Promise<boolean> {
  try {
    await lstat(path);
    return true;
  } catch (fout) {
    if (codeOf(fout) === 'ENOENT') return false;
    throw fout;
  }
}
