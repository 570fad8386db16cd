import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { privateFolder } from './private-folder.ts';
import { syncFolder, syncTree } from './sync-disk.ts';

/** The folder of the embedded database within a data folder that this process holds. */
export interface EngineFolder {
  readonly path: string;
  /** To be called when the engine has opened it and before anything is kept in it: all of it is on disk then. */
  opened(): Promise<void>;
}

/**
 * The engine makes a new database of a thousand files that it does not sync, and takes a half made one for whole. A mark
 * beside the folder stands until all of it is on disk: what a fall of the machine left half made was never used, and is
 * made anew. One that is there may have been written by who does not sync (an older version, a copy that was put back),
 * so it is put on disk before it is used.
 */
export async function engineFolder(dataDir: string): Promise<EngineFolder> {
  const path = join(dataDir, 'pglite');
  const mark = join(dataDir, 'pglite.making');
  if (existsSync(path) && !existsSync(mark)) {
    await syncTree(path);
    return { path, opened: async () => undefined };
  }
  writeFileSync(mark, '', { mode: 0o600 });
  syncFolder(dataDir);
  rmSync(path, { recursive: true, force: true });
  privateFolder(path);
  return {
    path,
    async opened() {
      await syncTree(path);
      rmSync(mark, { force: true });
      syncFolder(dataDir);
    },
  };
}
