import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Longest path of a unix socket that every system takes (bytes, with room for the closing zero). */
const LONGEST = 100;

/** A path to the same folder in which a socket of this name can be: through a link where the folder lies deep. */
export function shortPath(folder: string, socket: string): { readonly path: string; close(): void } {
  if (Buffer.byteLength(join(folder, socket)) <= LONGEST) return { path: folder, close: () => undefined };
  const links = mkdtempSync(join(tmpdir(), 'ijw-'));
  const path = join(links, 's');
  symlinkSync(folder, path);
  return { path, close: () => rmSync(links, { recursive: true, force: true }) };
}
