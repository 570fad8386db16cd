import { Seal, UnknownDataKey } from '../bodies.ts';
import type { Db } from '../engine/db.ts';
import type { DataKeys } from './data-keys.ts';

/** A database, its transactions and whatever else is made of it share one adapter. */
const keys = new WeakMap<object, DataKeys>();

export function giveKeys(db: Db, dataKeys: DataKeys): void {
  keys.set(db.getExecutor().adapter, dataKeys);
}

export function keysOf(db: Db): DataKeys {
  const found = keys.get(db.getExecutor().adapter);
  if (found === undefined) throw new Error('this database was given no data keys');
  return found;
}

/** What seals for this database. */
export function sealOf(db: Db): Seal {
  return new Seal(keysOf(db));
}

/**
 * Opens what was read. Where it bears a key that another process made a moment ago, the keys are read again first; `read` is
 * done anew then, so it may have no effect but what it gives.
 */
export async function opening<T>(db: Db, read: (seal: Seal) => T | Promise<T>): Promise<T> {
  const dataKeys = keysOf(db);
  try {
    return await read(new Seal(dataKeys));
  } catch (fout) {
    if (!(fout instanceof UnknownDataKey)) throw fout;
    await dataKeys.read(db);
    return read(new Seal(dataKeys));
  }
}
