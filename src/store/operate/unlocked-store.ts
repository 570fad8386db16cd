import { mainKey } from '../client-key/data-sleutel.ts';
import type { Db } from '../engine/db.ts';
import { DataKeys } from '../seal/data-keys.ts';
import { giveKeys } from '../seal/seal-of.ts';
import { ensureThere, type StorePlace, withDatabase } from './idle-store.ts';
import { ensureUpToDate } from './up-to-date.ts';

/** A store whose sealed values can be read: at rest, or beside the gateways on a server. Throws NotPossible when it is not there or of another build. */
export function withUnlocked<T>(place: StorePlace, work: (db: Db) => Promise<T>): Promise<T> {
  ensureThere(place);
  return withDatabase(place, async (db) => {
    await ensureUpToDate(db);
    const keys = new DataKeys(mainKey(place.sleutel, place.dataDir));
    giveKeys(db, keys);
    await keys.unlock(db);
    return work(db);
  });
}
