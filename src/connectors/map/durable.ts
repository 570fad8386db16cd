import { randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';

/** For who may come into the folder: that is what says who may read (umask would keep the party from its own messages). */
const MODE = 0o660;
const NEW = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | constants.O_NOFOLLOW;

/** A path of which the last part need be no text. */
export function within(folder: string, name: Buffer | string): Buffer {
  return Buffer.concat([Buffer.from(`${folder}/`), Buffer.from(name as string)]);
}

/** A file as it must be or not at all: written under a dot name, synced, renamed. One of that name is replaced. */
export async function writeDurably(folder: string, name: Buffer | string, bytes: Uint8Array | string): Promise<void> {
  const temporary = within(folder, `.${randomUUID()}`);
  try {
    await writeNew(temporary, bytes);
    await rename(temporary, within(folder, name));
  } catch (fout) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw fout;
  }
  await syncFolder(folder);
}

/** A new file, on disk with its bytes; its name is not until the folder is synced. */
export async function writeNew(path: Buffer, bytes: Uint8Array | string): Promise<void> {
  const file = await open(path, NEW, MODE);
  try {
    await file.chmod(MODE);
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** What was made, renamed and removed in it is so on disk. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, constants.O_RDONLY | constants.O_DIRECTORY);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** What a system call said was wrong; null for an error that is none of a system call. */
export function codeOf(fout: unknown): string | null {
  return fout instanceof Error && 'code' in fout && typeof fout.code === 'string' ? fout.code : null;
}

/** The result, or null when there is no such file any more. */
export async function unlessGone<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work;
  } catch (fout) {
    if (codeOf(fout) === 'ENOENT') return null;
    throw fout;
  }
}
