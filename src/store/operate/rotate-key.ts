import { auditRotation } from '../audit/rotation.ts';
import { mainKey } from '../client-key/data-sleutel.ts';
import { DataKeys } from '../seal/data-keys.ts';
import { giveKeys } from '../seal/seal-of.ts';
import { sealFor, sealStore } from '../seal/seal-store.ts';
import { ensureThere, type StorePlace, withDatabase } from './idle-store.ts';
import { ensureUpToDate } from './up-to-date.ts';

export interface Rotated {
  readonly version: number;
  /** Values of before there was a seal that were found in the clear, and sealed. */
  readonly sealed: number;
}

/** Makes a new data key in a store that is at rest, or beside the gateways on a server. */
export async function rotateKey(place: StorePlace): Promise<Rotated> {
  ensureThere(place);
  return withDatabase(place, async (db) => {
    await ensureUpToDate(db);
    const keys = new DataKeys(mainKey(place.sleutel, place.dataDir));
    giveKeys(db, keys);
    await keys.unlock(db);
    const store = sealStore(db, auditRotation(db));
    const version = await store.rotateDataKey();
    return { version, sealed: await sealFor(store, Number.POSITIVE_INFINITY) };
  });
}
