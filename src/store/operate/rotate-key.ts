import { mainKey } from '../client-key/data-sleutel.ts';
import { MIGRATION_NAMES, migrationsOf, NewerStore } from '../migrations/migrate.ts';
import { DataKeys } from '../seal/data-keys.ts';
import { giveKeys } from '../seal/seal-of.ts';
import { sealFor, sealStore } from '../seal/seal-store.ts';
import { ensureThere, NotPossible, type StorePlace, withDatabase } from './idle-store.ts';

export interface Rotated {
  readonly version: number;
  /** Values of before there was a seal that were found in the clear, and sealed. */
  readonly sealed: number;
}

/** Makes a new data key in a store that is at rest, or beside the gateways on a server. */
export async function rotateKey(place: StorePlace): Promise<Rotated> {
  ensureThere(place);
  return withDatabase(place, async (db) => {
    const done = await migrationsOf(db);
    const unknown = done.filter((name) => !MIGRATION_NAMES.includes(name));
    if (unknown.length > 0) throw new NewerStore(unknown);
    if (done.length < MIGRATION_NAMES.length) {
      throw new NotPossible('Deze database is nog niet bijgewerkt. Start eerst een gateway van deze versie erop.');
    }
    const keys = new DataKeys(mainKey(place.sleutel, place.dataDir));
    giveKeys(db, keys);
    await keys.unlock(db);
    const store = sealStore(db);
    const version = await store.rotateDataKey();
    return { version, sealed: await sealFor(store, Number.POSITIVE_INFINITY) };
  });
}
