import type { ClientSleutel } from '../../dossier/client-sleutel.ts';

export interface ZoekStore {
  /** The name under which the client with this BSN is looked up: the BSN itself goes no further. */
  clientOf(bsn: string): Promise<ClientSleutel>;
}
