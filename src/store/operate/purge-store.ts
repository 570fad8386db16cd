import { mainKey } from '../client-key/data-sleutel.ts';
import type { PurgeOrder, PurgeReport } from '../keeping/contract.ts';
import { keepStore } from '../keeping/purge.ts';
import { DataKeys } from '../seal/data-keys.ts';
import { giveKeys } from '../seal/seal-of.ts';
import { ensureThere, type StorePlace, withDatabase } from './idle-store.ts';
import { ensureUpToDate } from './up-to-date.ts';

/** Removes what is over from a store that is at rest, or beside the gateways on a server. */
export async function purgeStore(place: StorePlace, order: PurgeOrder): Promise<PurgeReport> {
  ensureThere(place);
  return withDatabase(place, async (db) => {
    await ensureUpToDate(db);
    const keys = new DataKeys(mainKey(place.sleutel, place.dataDir));
    giveKeys(db, keys);
    await keys.unlock(db);
    return keepStore(db).purge(order);
  });
}
