import { createHmac } from 'node:crypto';
import type { ClientSleutel } from '../../dossier/client-sleutel.ts';

/** 24 characters of base64url: 144 bits, so that two BSNs never meet and nothing can be looked up without the key. */
const LENGTE = 24;

/**
 * The name of a client inside the gateway: a keyed hash (HMAC-SHA-256) of the BSN, never the BSN
 * (docs/decisions/privacy.md).
 */
export function clientSleutel(key: Uint8Array, bsn: string): ClientSleutel {
  return createHmac('sha256', key).update(bsn).digest('base64url').slice(0, LENGTE);
}
