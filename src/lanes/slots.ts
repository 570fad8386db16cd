/**
 * A semaphore: so much work at once, the rest waits in order of arrival. Work that takes longer than `longest` (ms) may
 * hang on a half-open connection and gives its slot away while it goes on; that is what `p-limit` and its like lack.
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
