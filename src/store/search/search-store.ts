import { clientSleutel } from '../client-key/client-sleutel.ts';
import type { ZoekStore } from './contract.ts';

/** `keys` has that of the BSN hash. */
export function searchStore(keys: { readonly clientKey: Uint8Array }): ZoekStore {
  return { clientOf: async (bsn) => clientSleutel(keys.clientKey, bsn) };
}
