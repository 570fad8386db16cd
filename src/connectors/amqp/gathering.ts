/** What one transaction takes at most, in bytes; a larger message goes alone. */
const BYTES = 1024 * 1024;

/**
 * Gathers what comes while a group is being stored, so that the next group is all of it, in the order in which it came. One
 * that comes when nobody waits goes at once.
 */
export class Gathering<T extends { readonly bytes: number }> {
  readonly #work: (group: readonly T[]) => Promise<void>;
  #waiting: T[] = [];
  #running: Promise<void> | undefined;

  /** `work` must not reject. */
  constructor(work: (group: readonly T[]) => Promise<void>) {
    this.#work = work;
  }

  add(one: T): void {
    this.#waiting.push(one);
    this.#running ??= this.#run();
  }

  /** Resolves when nothing waits. */
  async done(): Promise<void> {
    await this.#running;
  }

  async #run(): Promise<void> {
    // What came over the line in the same moment is one group.
    await new Promise((resolve) => setImmediate(resolve));
    while (this.#waiting.length > 0) await this.#work(this.#take());
    this.#running = undefined;
  }

  #take(): T[] {
    let sum = 0;
    const past = this.#waiting.findIndex(({ bytes }, i) => {
      sum += bytes;
      return i > 0 && sum > BYTES;
    });
    return this.#waiting.splice(0, past < 0 ? this.#waiting.length : past);
  }
}
