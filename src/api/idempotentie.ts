import type { ApiRequest } from './vraag.ts';

/** The key that makes a retry safe; null without one, undefined when it is no such thing. */
export function idempotentieVan(vraag: Pick<ApiRequest, 'header'>): string | null | undefined {
  const sleutel = vraag.header('idempotency-key');
  if (sleutel === undefined) return null;
  return /^[!-~]{1,255}$/.test(sleutel) ? sleutel : undefined;
}

export const IDEMPOTENTIE_UITLEG = 'Idempotency-Key is 1 tot en met 255 zichtbare tekens lang.';
