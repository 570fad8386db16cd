import { auditRotation } from '../audit/rotation.ts';
import { sealFor, sealStore } from '../seal/seal-store.ts';
import type { StorePlace } from './idle-store.ts';
import { withUnlocked } from './unlocked-store.ts';

export interface Rotated {
  readonly version: number;
  /** Values of before there was a seal that were found in the clear, and sealed. */
  readonly sealed: number;
}

/** Makes a new data key in a store that is at rest, or beside the gateways on a server. */
export async function rotateKey(place: StorePlace): Promise<Rotated> {
  return withUnlocked(place, async (db) => {
    const store = sealStore(db, auditRotation(db));
    const version = await store.rotateDataKey();
    return { version, sealed: await sealFor(store, Number.POSITIVE_INFINITY) };
  });
}
