import { randomFillSync } from 'node:crypto';

let moment = 0;
let teller = 0;
const toeval = new Uint8Array(10);

/**
 * A UUID version 7 (RFC 9562): sorts by the moment it was made, and within one process strictly by order of making (the
 * 12 bits after the version count on within a millisecond; when they are full the moment is moved on).
 */
export function newId(): string {
  randomFillSync(toeval);
  const nu = Date.now();
  if (nu > moment) {
    moment = nu;
    teller = ((toeval[0] ?? 0) << 2) | ((toeval[1] ?? 0) & 3);
  } else if (++teller > 0xfff) {
    moment += 1;
    teller = 0;
  }
  const tijd = moment.toString(16).padStart(12, '0');
  const variant = ((toeval[2] ?? 0) & 0x3f) | 0x80;
  const staart = Buffer.from([variant, ...toeval.subarray(3)]).toString('hex');
  const vol = `7${teller.toString(16).padStart(3, '0')}`;
  return `${tijd.slice(0, 8)}-${tijd.slice(8)}-${vol}-${staart.slice(0, 4)}-${staart.slice(4)}`;
}

const VORM = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** Whether a text can be an id at all; one that cannot is unknown, and never reaches the database. */
export function isId(tekst: string): boolean {
  return VORM.test(tekst);
}

/** Whether a text can be a paging key that the store gave out for rows that are numbered (deliveries, signals). */
export function isRijSleutel(tekst: string): boolean {
  return /^\d{1,18}$/.test(tekst);
}
