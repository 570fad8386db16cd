import type { ApiRequest } from './vraag.ts';

const HOOGSTENS = 500;

export const REDEN_UITLEG = `IJW-Reden is een tekst van ten hoogste ${HOOGSTENS} tekens, in UTF-8.`;

/** Why somebody opens what is not his; null when it does not say, undefined when it is no text. */
export function redenVan(header: ApiRequest['header']): string | null | undefined {
  const gegeven = header('ijw-reden');
  if (gegeven === undefined) return null;
  // Node reads the bytes of a header as Latin-1; what is no UTF-8 was meant so.
  const bytes = Buffer.from(gegeven, 'latin1');
  const utf8 = bytes.toString('utf8');
  const reden = (utf8.includes('\ufffd') ? gegeven : utf8).trim();
  if (reden === '') return null;
  return reden.length > HOOGSTENS || /\p{Cc}/u.test(reden) ? undefined : reden;
}
