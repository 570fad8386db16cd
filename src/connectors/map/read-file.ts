import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { codeOf, within } from './durable.ts';
import { contents, type Listed } from './listing.ts';

export type ReadFile =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  /** It is no ordinary file, may not be read, or holds more than may be. */
  | { readonly kind: 'unfit'; readonly why: 'geen-bestand' | 'onleesbaar' | 'te-groot' }
  /** It is gone or was changed since: to be looked at anew. */
  | { readonly kind: 'changed' };

/** No link is followed, no pipe waited for. */
const READ = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;

/** The bytes of a file that was listed, if it still is what it was then; at most so many. */
export async function readListed(folder: string, file: Listed, most: number): Promise<ReadFile> {
  if (!file.stat.isFile()) return { kind: 'unfit', why: 'geen-bestand' };
  let handle: FileHandle;
  try {
    handle = await open(within(folder, file.name), READ);
  } catch (fout) {
    const code = codeOf(fout);
    if (code === 'ENOENT' || code === 'ELOOP' || code === 'ENXIO') return { kind: 'changed' };
    if (code === 'EACCES' || code === 'EPERM') return { kind: 'unfit', why: 'onleesbaar' };
    throw fout;
  }
  try {
    const isSame = async () => contents({ stat: await handle.stat({ bigint: true }) }) === contents(file);
    if (!(await isSame())) return { kind: 'changed' };
    if (file.stat.size > BigInt(most)) return { kind: 'unfit', why: 'te-groot' };
    const bytes = await readAll(handle, Number(file.stat.size));
    return bytes !== null && (await isSame()) ? { kind: 'bytes', bytes } : { kind: 'changed' };
  } finally {
    await handle.close();
  }
}

/** Null when there is less than there was. */
async function readAll(handle: FileHandle, size: number): Promise<Uint8Array | null> {
  const bytes = Buffer.allocUnsafe(size);
  for (let at = 0; at < size; ) {
    const { bytesRead } = await handle.read(bytes, at, size - at, at);
    if (bytesRead === 0) return null;
    at += bytesRead;
  }
  return bytes;
}
