import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { codeOf } from './durable.ts';

/** The folders of one party. */
export interface PartyFolders {
  readonly party: string;
  readonly in: string;
  readonly verwerkt: string;
  readonly geweigerd: string;
  readonly uit: string;
}

export function foldersOf(root: string, party: string): PartyFolders {
  // A party is a code of digits; what else may come, it leads nowhere else.
  if (!/^\d{4}(?:\d{4})?$/.test(party)) throw new Error('no code of a party');
  const of = (part: string) => join(root, part, party);
  return { party, in: of('in'), verwerkt: of('verwerkt'), geweigerd: of('geweigerd'), uit: of('uit') };
}

/**
 * Makes those that are not there; others stay as they are, with the rights that somebody gave them. Rejects when the root is
 * gone: a disk that is away comes back, and what was made in its place would stand in its way.
 */
export async function makeFolders(folders: PartyFolders): Promise<void> {
  for (const folder of [folders.in, folders.verwerkt, folders.geweigerd, folders.uit]) {
    await make(dirname(folder));
    await make(folder);
  }
}

async function make(folder: string): Promise<void> {
  await mkdir(folder).catch((fout: unknown) => {
    if (codeOf(fout) !== 'EEXIST') throw fout;
  });
}
