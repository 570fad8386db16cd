import { randomBytes } from 'node:crypto';
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { privateFolder } from '../engine/pglite/private-folder.ts';
import { syncFolder } from '../engine/pglite/sync-disk.ts';

const BESTAND = 'data-sleutel';

/** A text of 64 hexadecimal digits may stand for its characters or for the 32 bytes that they spell. */
const HEX = /^[0-9a-f]{64}$/;

/**
 * What everything else is derived from: the hash of a BSN, and the key that wraps the data keys. A database is begun with the
 * first form and keeps to it; it opens with any.
 */
export interface MainKey {
  readonly forms: readonly [Uint8Array, ...Uint8Array[]];
  /** As somebody chose it; null: made by the gateway. */
  readonly chosen: string | null;
}

/**
 * The one that is configured (`DATA_SLEUTEL`), else the one in the data folder, made there once. The text of that file may be
 * given as `DATA_SLEUTEL`, and the other way round: a chosen one of that form may stand in the file.
 */
export function mainKey(chosen: string | null, dataDir: string): MainKey {
  const first = dataSleutel(chosen, dataDir);
  const text = (chosen ?? Buffer.from(first).toString('hex')).trim();
  const other = chosen === null ? Buffer.from(text, 'utf8') : HEX.test(text) ? Buffer.from(text, 'hex') : null;
  return { forms: other === null ? [first] : [first, other], chosen };
}

/** Processes that start together get the same: a key is written aside and linked into place, and only the first link holds. */
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
    if (!HEX.test(tekst)) throw new Error('the data key in the data folder is damaged');
    return Buffer.from(tekst, 'hex');
  } catch (fout) {
    if ((fout as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw fout;
  }
}
