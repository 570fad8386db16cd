import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
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
 * The engine makes a new database of a thousand files that it does not sync, and takes a half made one for whole. So a
 * word beside the folder tells how far it is: `making` until all is on disk, then `made`. What a fall of the machine left
 * half made was never used: it is made anew. A folder without the word was made by a version that did not sync.
 */
export async function engineFolder(dataDir: string): Promise<EngineFolder> {
  const path = join(dataDir, 'pglite');
  const word = join(dataDir, 'pglite.state');
  const write = (state: 'making' | 'made') => {
    writeFileSync(`${word}.new`, `${state}\n`, { mode: 0o600, flush: true });
    renameSync(`${word}.new`, word);
    syncFolder(dataDir);
  };
  const state = existsSync(word) ? readFileSync(word, 'utf8').trim() : null;
  if (state === 'made' && existsSync(path)) return { path, opened: async () => undefined };
  if (state === null && existsSync(path)) {
    await syncTree(path);
    write('made');
    return { path, opened: async () => undefined };
  }
  write('making');
  rmSync(path, { recursive: true, force: true });
  privateFolder(path);
  return {
    path,
    async opened() {
      await syncTree(path);
      write('made');
    },
  };
}
