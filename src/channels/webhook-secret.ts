import { randomBytes } from 'node:crypto';

const PREFIX = 'whsec_';
/** By the Standard Webhooks specification. */
const [SHORTEST, LONGEST] = [24, 64];

export function newWebhookSecret(): string {
  return PREFIX + randomBytes(32).toString('base64');
}

/** The bytes of a secret; undefined for what is none. */
export function secretBytes(secret: string): Buffer | undefined {
  if (!secret.startsWith(PREFIX)) return undefined;
  const text = secret.slice(PREFIX.length);
  const bytes = Buffer.from(text, 'base64');
  const well = unpadded(bytes.toString('base64')) === unpadded(text);
  return well && bytes.length >= SHORTEST && bytes.length <= LONGEST ? bytes : undefined;
}

/** Some leave the padding out. */
function unpadded(base64: string): string {
  return base64.replaceAll('=', '');
}
