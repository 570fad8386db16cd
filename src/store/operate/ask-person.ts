import type { Erased, PersonFile } from '../person/contract.ts';
import { onPerson, type PersonOrder } from '../person/order.ts';
import { personStore } from '../person/person.ts';
import type { StorePlace } from './idle-store.ts';
import { withUnlocked } from './unlocked-store.ts';

/** Shows or removes one child in a store that is at rest, or beside the gateways on a server. */
export async function askPerson(place: StorePlace, order: PersonOrder, now: Date): Promise<PersonFile | Erased> {
  return withUnlocked(place, (db) => onPerson(personStore(db), order, now));
}
