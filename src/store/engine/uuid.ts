import { randomFillSync } from 'node:crypto';

/** Random bytes are drawn for many ids at once: a draw costs more than an id. */
const PER_ID = 10;
const toeval = Buffer.alloc(PER_ID * 256);
let gebruikt = toeval.length;
let moment = 0;
let teller = 0;

/**
 * A UUID version 7 (RFC 9562): sorts by the moment it was made, and within one process strictly by order of making (the
 * 12 bits after the version count on within a millisecond; when they are full the moment is moved on).
 */
export function newId(): string {
  const eigen = eigenToeval();
  const nu = Date.now();
  if (nu > moment) {
    moment = nu;
    teller = ((eigen[0] ?? 0) << 2) | ((eigen[1] ?? 0) & 3);
  } else if (++teller > 0xfff) {
    moment += 1;
    teller = 0;
  }
  return schrijf(moment, teller, eigen);
}

let ontvangst = 0;
let ontvangsten = 0;

/**
 * The same of a given moment: its time is that moment exactly, and of one moment they sort by order of making (some thousands
 * of them). Messages that come in get one of their receipt, so that a list in order of ids can be bounded by days.
 */
export function newIdAt(op: Date): string {
  const nu = Math.max(0, op.getTime());
  ontvangsten = nu > ontvangst ? 0 : Math.min(ontvangsten + 1, 0xfff);
  ontvangst = Math.max(nu, ontvangst);
  return schrijf(nu, ontvangsten, eigenToeval());
}

/** The smallest id of a moment, or of the first one when it lies before all. */
export function firstIdAt(op: Date): string {
  return schrijf(Math.max(0, op.getTime()), 0, Buffer.alloc(PER_ID));
}

function schrijf(nu: number, nr: number, eigen: Buffer): string {
  const tijd = nu.toString(16).padStart(12, '0');
  eigen[2] = ((eigen[2] ?? 0) & 0x3f) | 0x80;
  const staart = eigen.toString('hex', 2);
  const vol = `7${nr.toString(16).padStart(3, '0')}`;
  return `${tijd.slice(0, 8)}-${tijd.slice(8)}-${vol}-${staart.slice(0, 4)}-${staart.slice(4)}`;
}

/** Random bytes that no other id gets. */
function eigenToeval(): Buffer {
  if (gebruikt === toeval.length) {
    randomFillSync(toeval);
    gebruikt = 0;
  }
  gebruikt += PER_ID;
  return toeval.subarray(gebruikt - PER_ID, gebruikt);
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
