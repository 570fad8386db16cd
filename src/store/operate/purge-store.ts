import type { PurgeOrder, PurgeReport } from '../keeping/contract.ts';
import { keepStore } from '../keeping/purge.ts';
import type { StorePlace } from './idle-store.ts';
import { withUnlocked } from './unlocked-store.ts';

/** Removes what is over from a store that is at rest, or beside the gateways on a server. */
export async function purgeStore(place: StorePlace, order: PurgeOrder): Promise<PurgeReport> {
  return withUnlocked(place, (db) => keepStore(db).purge(order));
}
