/** At once in this process: of one key, and of all together. */
const PER_KEY = 10;
const TOGETHER = 1_000;

/** Places for streams: a stream lasts as long as its client likes, so one that forgets to close does not take them all. */
export class Streams {
  readonly #perKey = new Map<string, number>();
  readonly #most: { readonly perKey: number; readonly together: number };
  #together = 0;

  constructor(most = { perKey: PER_KEY, together: TOGETHER }) {
    this.#most = most;
  }

  /** How many there are. */
  get open(): number {
    return this.#together;
  }

  /** A place, to be given back once; null when there is none. */
  take(key: string): (() => void) | null {
    const own = this.#perKey.get(key) ?? 0;
    if (own >= this.#most.perKey || this.#together >= this.#most.together) return null;
    this.#perKey.set(key, own + 1);
    this.#together++;
    let given = false;
    return () => {
      if (given) return;
      given = true;
      this.#together--;
      const left = (this.#perKey.get(key) ?? 1) - 1;
      if (left > 0) this.#perKey.set(key, left);
      else this.#perKey.delete(key);
    };
  }
}
