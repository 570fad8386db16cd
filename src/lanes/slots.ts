/**
 * Lets so many work at once; the others wait, and begin in the order in which they came. Work that takes longer than
 * `longest` (ms) may hang on a connection that is half open: it no longer keeps the others waiting.
 */
export class Slots {
  readonly #waiting: (() => void)[] = [];
  readonly #longest: number;
  #free: number;

  constructor(many: number, longest: number) {
    this.#free = many;
    this.#longest = longest;
  }

  /** Does this work as soon as it may; gives what it gives, throws what it throws. */
  async use<T>(work: () => Promise<T>): Promise<T> {
    if (this.#free > 0) this.#free--;
    else await new Promise<void>((begin) => this.#waiting.push(begin));
    let handedOn = false;
    const handOn = () => {
      if (handedOn) return;
      handedOn = true;
      // Handed on, not given back, so that nobody who comes now goes before those who wait.
      const next = this.#waiting.shift();
      if (next === undefined) this.#free++;
      else next();
    };
    const clock = setTimeout(handOn, this.#longest).unref();
    try {
      return await work();
    } finally {
      clearTimeout(clock);
      handOn();
    }
  }
}
