import { statSync } from 'node:fs';
import { TransientStoreError } from '../errors.ts';

/**
 * Whether folders are still the ones they were. Who deletes or replaces the folder of a database that runs leaves it its
 * open files: it goes on answering, and all that it takes is lost at its end.
 */
export class FolderWatch {
  readonly #seen: readonly { readonly path: string; readonly is: string }[];

  /** Those of the paths that are there now. */
  constructor(paths: readonly string[]) {
    this.#seen = paths.flatMap((path) => {
      const is = identity(path);
      return is === null ? [] : [{ path, is }];
    });
  }

  /** Throws when one is gone or is another; it may come back. */
  ensure(): void {
    if (this.#seen.some(({ path, is }) => identity(path) !== is)) throw new TransientStoreError('FOLDER_GONE');
  }
}

function identity(path: string): string | null {
  const stat = statSync(path, { bigint: true, throwIfNoEntry: false });
  return stat === undefined ? null : `${stat.dev} ${stat.ino}`;
}
