/**
 * A semaphore: so much work at once, the rest waits in order of arrival. How much that is may change while work goes on. Work
 * that takes longer than `longest` (ms) may hang on a half-open connection and gives its slot away while it goes on; that is
 * what `p-limit` and its like lack.
 */
export class Slots {
  readonly #waiting: (() => void)[] = [];
  readonly #longest: number;
  readonly #many: () => number;
  #taken = 0;

  constructor(many: () => number, longest: number) {
    this.#many = many;
    this.#longest = longest;
  }

  /** Does this work as soon as it may; gives what it gives, throws what it throws. */
  async use<T>(work: () => Promise<T>): Promise<T> {
    if (this.#waiting.length === 0 && this.#taken < this.#many()) this.#taken++;
    else {
      await new Promise<void>((begin) => {
        this.#waiting.push(begin);
        this.#handOut();
      });
    }
    let handedOn = false;
    const handOn = () => {
      if (handedOn) return;
      handedOn = true;
      this.#taken--;
      this.#handOut();
    };
    const clock = setTimeout(handOn, this.#longest).unref();
    try {
      return await work();
    } finally {
      clearTimeout(clock);
      handOn();
    }
  }

  /** What is free to who waits longest; also when somebody comes, as there may be more of them than when those began to wait. */
  #handOut(): void {
    while (this.#taken < this.#many()) {
      const next = this.#waiting.shift();
      if (next === undefined) return;
      this.#taken++;
      next();
    }
  }
}
