import { closeSync, fsyncSync, openSync } from 'node:fs';
import { open, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** How many files are synced at once: the disk takes requests that wait together in one go. */
const AT_ONCE = 16;

/** Puts the names in a folder on disk: a file that was synced is lost all the same when its name was not. */
export function syncFolder(path: string): void {
  const fd = openSync(path, 'r');
  try {
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}

/** Puts a folder and all files and folders below it on disk, whoever wrote them. */
export async function syncTree(path: string): Promise<void> {
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() || entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name));
  const next = [path, ...paths].values();
  const inTurn = async () => {
    for (const one of next) await syncOne(one);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, inTurn));
}

async function syncOne(path: string): Promise<void> {
  const file = await open(path, 'r');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}
