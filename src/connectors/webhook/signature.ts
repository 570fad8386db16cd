import { createHmac } from 'node:crypto';
import { secretBytes } from '../../channels/webhook-secret.ts';

/**
 * `webhook-signature` by the Standard Webhooks specification, over the bytes as they are sent. Its library signs text: it
 * would read the bytes of another encoding as UTF-8. A test holds the two to each other.
 */
export function signature(secret: string, id: string, timestamp: number, body: Uint8Array): string {
  const key = secretBytes(secret);
  if (key === undefined) throw new Error('a stored webhook secret is none');
  const hmac = createHmac('sha256', key).update(`${id}.${timestamp}.`).update(body);
  return `v1,${hmac.digest('base64')}`;
}
