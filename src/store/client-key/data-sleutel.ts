import { randomBytes } from 'node:crypto';
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { privateFolder } from '../engine/pglite/private-folder.ts';
import { syncFolder } from '../engine/pglite/sync-disk.ts';

const BESTAND = 'data-sleutel';

/**
 * The key of the BSN hash: the one that is configured (`DATA_SLEUTEL`), else the one in the data folder, made there once.
 * Processes that start together get the same: a key is written aside and linked into place, and only the first link holds.
 */
export function dataSleutel(waarde: string | null, dataDir: string): Uint8Array {
  if (waarde !== null) return Buffer.from(waarde, 'utf8');
  const pad = join(dataDir, BESTAND);
  const bestaand = lees(pad);
  if (bestaand !== null) return bestaand;
  privateFolder(dataDir);
  const opzij = `${pad}.${randomBytes(6).toString('hex')}`;
  writeFileSync(opzij, randomBytes(32).toString('hex'), { mode: 0o600, flush: true });
  try {
    linkSync(opzij, pad);
  } catch (fout) {
    if ((fout as NodeJS.ErrnoException).code !== 'EEXIST') throw fout;
  } finally {
    rmSync(opzij, { force: true });
  }
  // Without its key a store is of no use any more: the name of the file must be as safe as its bytes.
  syncFolder(dataDir);
  const gemaakt = lees(pad);
  if (gemaakt === null) throw new Error('the data key could not be made');
  return gemaakt;
}

function lees(pad: string): Uint8Array | null {
  try {
    const tekst = readFileSync(pad, 'utf8').trim();
    if (!/^[0-9a-f]{64}$/.test(tekst)) throw new Error('the data key in the data folder is damaged');
    return Buffer.from(tekst, 'hex');
  } catch (fout) {
    if ((fout as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw fout;
  }
}
