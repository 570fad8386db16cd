import fc from 'fast-check';

/** Small numbers from which a command makes its choices among what then exists; fast-check shrinks them. */
export type Keuzes = readonly number[];
export const keuzes = (aantal: number): fc.Arbitrary<Keuzes> =>
  fc.array(fc.nat({ max: 999 }), { minLength: aantal, maxLength: aantal });

/** Takes one choice after the other. The first of a list is what shrinking ends with. */
export class Kies {
  #plek = 0;
  readonly #uit: Keuzes;

  constructor(uit: Keuzes) {
    this.#uit = uit;
  }

  getal(onder: number): number {
    const keuze = this.#uit[this.#plek % this.#uit.length] ?? 0;
    this.#plek++;
    return onder <= 0 ? 0 : keuze % onder;
  }

  uit<T>(waarden: readonly [T, ...T[]] | readonly T[]): T {
    const waarde = waarden[this.getal(waarden.length)];
    if (waarde === undefined) throw new Error('nothing to choose from');
    return waarde;
  }

  /** True in about one of so many cases. */
  soms(opHoeveel: number): boolean {
    return this.getal(opHoeveel) === opHoeveel - 1;
  }

  aantal<T>(hoogste: number, maak: (nr: number) => T): T[] {
    return Array.from({ length: 1 + this.getal(hoogste) }, (_, nr) => maak(nr));
  }
}
