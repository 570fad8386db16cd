/** Where parties put messages, and where answers and verdicts come from. */
export const EXCHANGE = 'ijw';
/** What was refused at the door. */
export const REFUSED_EXCHANGE = 'ijw.geweigerd';
/** Keeps what was refused as long as nobody else listens for it. */
export const REFUSED_QUEUE = 'ijw.geweigerd';
export const QUEUE_IN = 'ijw.in';
export const KEY_IN = 'in.#';
/** Exists while a process takes messages in, and belongs to it: see `Turn`. */
export const TURN_QUEUE = 'ijw.in.beurt';

export function queueOut(partij: string): string {
  return `ijw.uit.${partij}`;
}

export function keyOut(partij: string): string {
  return `uit.${partij}`;
}

export function keyVerdict(partij: string): string {
  return `oordeel.${partij}`;
}
