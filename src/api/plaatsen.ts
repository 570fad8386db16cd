/** Gives a place back; calling it a second time has no effect. */
type GeefTerug = () => void;

/** A semaphore with a bounded queue: first come, first served, so many wait at most, each for a limited time. */
export class Plaatsen {
  readonly #aantal: number;
  readonly #wachtend: number;
  readonly #wachtMs: number;
  readonly #rij = new Set<() => void>();
  #bezet = 0;

  constructor(aantal: number, wachtend: number, wachtMs: number) {
    this.#aantal = aantal;
    this.#wachtend = wachtend;
    this.#wachtMs = wachtMs;
  }

  /** No place is free and the queue is full. */
  get vol(): boolean {
    return this.#bezet >= this.#aantal && this.#rij.size >= this.#wachtend;
  }

  get leeg(): boolean {
    return this.#bezet === 0 && this.#rij.size === 0;
  }

  /** A place; null when none came free in time. */
  async neem(): Promise<GeefTerug | null> {
    if (this.vol) return null;
    if (this.#bezet < this.#aantal) this.#bezet++;
    else if (!(await this.#wacht())) return null;
    let terug = false;
    return () => {
      if (terug) return;
      terug = true;
      // Handed on, so that nobody who comes now goes before those who wait.
      const [volgende] = this.#rij;
      if (volgende === undefined) this.#bezet--;
      else volgende();
    };
  }

  #wacht(): Promise<boolean> {
    return new Promise((klaar) => {
      const beurt = () => {
        clearTimeout(klok);
        this.#rij.delete(beurt);
        klaar(true);
      };
      const klok = setTimeout(() => {
        this.#rij.delete(beurt);
        klaar(false);
      }, this.#wachtMs).unref();
      this.#rij.add(beurt);
    });
  }
}
