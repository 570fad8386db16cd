import type { BigIntStats } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import { unlessGone, within } from './durable.ts';

/** Something in a folder, as it is itself: a link is not followed. */
export interface Listed {
  /** Its bytes: a name need be no text. */
  readonly name: Buffer;
  readonly stat: BigIntStats;
}

export async function list(folder: string): Promise<readonly Listed[]> {
  const names = await readdir(folder, { encoding: 'buffer' });
  const found = await Promise.all(
    names.map(async (name) => {
      const stat = await unlessGone(lstat(within(folder, name), { bigint: true }));
      return stat === null ? [] : [{ name, stat }];
    }),
  );
  return found.flat();
}

export type FileKind = 'xml' | 'zip';

/** What it is to be taken as, by its name; null: it is none of ours (a dot name, a name under which it is still written). */
export function kindOf(name: Buffer): FileKind | null {
  const [, ending] = /^[^.].*\.(xml|zip)$/is.exec(name.toString('latin1')) ?? [];
  return ending === undefined ? null : (ending.toLowerCase() as FileKind);
}

/** The same file with the same contents, as far as one can tell without reading it. */
export function contents({ stat }: Pick<Listed, 'stat'>): string {
  return `${stat.dev}:${stat.ino}:${stat.size}:${stat.mtimeNs}`;
}
