import { clientSleutel } from '../client-key/client-sleutel.ts';
import type { ZoekStore } from './contract.ts';

export function searchStore(key: Uint8Array): ZoekStore {
  return { clientOf: async (bsn) => clientSleutel(key, bsn) };
}
