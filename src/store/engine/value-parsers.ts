import { fromStoredDate } from './stored-date.ts';

/**
 * How values come out of the database, the same from both engines. Both hand over the text form; what is not named here
 * is read as the driver does (text, uuid, boolean, int4, json).
 *
 * bigint → number (eurocents and counts, always safe), date → 'YYYY-MM-DD', timestamptz → Date, bytea → Uint8Array that
 * owns its memory, so that it can be handed to a thread.
 */
export const VALUE_PARSERS: Readonly<Record<number, (tekst: string) => unknown>> = {
  17: (tekst) => bytesVan(tekst),
  20: (tekst) => geheel(tekst),
  1082: (tekst) => fromStoredDate(tekst),
  1184: (tekst) => momentVan(tekst),
};

function bytesVan(hex: string): Uint8Array {
  const bytes = new Uint8Array((hex.length - 2) / 2);
  Buffer.from(bytes.buffer).write(hex.slice(2), 'hex');
  return bytes;
}

function geheel(tekst: string): number {
  const waarde = Number(tekst);
  if (!Number.isSafeInteger(waarde)) throw new RangeError('a bigint from the database is no safe integer');
  return waarde;
}

/** `2026-11-21 19:57:42.123456+00` is ISO 8601 but for the blank and the minutes of the zone. */
function momentVan(tekst: string): Date {
  return new Date(tekst.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00'));
}
