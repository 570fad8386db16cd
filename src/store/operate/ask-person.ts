import { mainKey } from '../client-key/data-sleutel.ts';
import type { Erased, PersonFile } from '../person/contract.ts';
import { onPerson, type PersonOrder } from '../person/order.ts';
import { personStore } from '../person/person.ts';
import { DataKeys } from '../seal/data-keys.ts';
import { giveKeys } from '../seal/seal-of.ts';
import { ensureThere, type StorePlace, withDatabase } from './idle-store.ts';
import { ensureUpToDate } from './up-to-date.ts';

/** Shows or removes one child in a store that is at rest, or beside the gateways on a server. */
export async function askPerson(place: StorePlace, order: PersonOrder, now: Date): Promise<PersonFile | Erased> {
  ensureThere(place);
  return withDatabase(place, async (db) => {
    await ensureUpToDate(db);
    const keys = new DataKeys(mainKey(place.sleutel, place.dataDir));
    giveKeys(db, keys);
    await keys.unlock(db);
    return onPerson(personStore(db), order, now);
  });
}
