/** Chance that is the same for the same seed on every machine (mulberry32 over an FNV-1a hash). */
export class Chance {
  #state;

  constructor(seed) {
    let hash = 0x811c9dc5;
    for (const byte of Buffer.from(String(seed))) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
    this.#state = hash;
  }

  /** From 0 up to 1. */
  next() {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let t = this.#state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number, both ends included. */
  between(low, high) {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  of(list) {
    return list[this.between(0, list.length - 1)];
  }

  happens(probability) {
    return this.next() < probability;
  }
}
