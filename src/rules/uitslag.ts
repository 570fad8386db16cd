import type { Bevinding } from './bevinding.ts';
import { bevindingVan } from './bevinding-van.ts';
import type { Klasse } from './klasse.ts';
import type { Afkeur, Regel } from './regel.ts';

interface Treffer {
  /** At fault. */
  readonly klasse: Klasse;
  /** Carries the retourcode. */
  readonly drager: Klasse;
  readonly regel: Regel;
  readonly bevinding: Bevinding;
}

/** What the rules found while a message is walked through; the Oordeel is read from it at the end. */
export class Uitslag {
  readonly #treffers: Treffer[] = [];
  readonly #afgekeurd = new Set<string>();
  readonly #plaats: ReadonlyMap<Klasse, number>;
  #niveau: 2 | 3 | 4 | null = null;

  constructor(klassen: readonly Klasse[]) {
    this.#plaats = new Map(klassen.map((klasse, i) => [klasse, i]));
  }

  /** The lowest level that refused something; null when nothing did. */
  get niveau(): 2 | 3 | 4 | null {
    return this.#niveau;
  }

  neem(regel: Regel, bekeken: Klasse, afkeuren: readonly Afkeur[]): void {
    for (const afkeur of afkeuren) {
      const klasse = afkeur.klasse ?? bekeken;
      const drager = afkeur.drager ?? klasse;
      this.#treffers.push({ klasse, drager, regel, bevinding: bevindingVan(regel, klasse, afkeur) });
      if (regel.ernst === 'signaal') continue;
      this.#afgekeurd.add(drager.pad);
      if (this.#niveau === null || regel.niveau < this.#niveau) this.#niveau = regel.niveau;
    }
  }

  /** Refused itself. */
  isAfgekeurd(klasse: Klasse): boolean {
    return this.#afgekeurd.has(klasse.pad);
  }

  /** Refused itself, or lies below something that was: the Header lies above everything. */
  treft(klasse: Klasse): boolean {
    if (this.#afgekeurd.size === 0) return false;
    for (let hier: Klasse | null = klasse; hier !== null; hier = hier.ouder) {
      if (this.isAfgekeurd(hier)) return true;
    }
    return this.#afgekeurd.has('/Bericht/Header');
  }

  /** In document order, then by rule code. */
  bevindingen(): Bevinding[] {
    return this.#geordend().map((t) => t.bevinding);
  }

  /** Retourcodes by klasse pad: each once, ordered by rule code. */
  codes(): ReadonlyMap<string, readonly string[]> {
    const perPad = new Map<string, Set<string>>();
    for (const { drager, bevinding } of this.#geordend()) {
      if (bevinding.retourcode === null) continue;
      const codes = perPad.get(drager.pad) ?? new Set();
      perPad.set(drager.pad, codes.add(bevinding.retourcode));
    }
    return new Map([...perPad].map(([pad, codes]) => [pad, [...codes]]));
  }

  #geordend(): Treffer[] {
    const plaats = (t: Treffer) => this.#plaats.get(t.klasse) ?? 0;
    return this.#treffers.sort(
      (a, b) => plaats(a) - plaats(b) || (a.regel.code < b.regel.code ? -1 : a.regel.code > b.regel.code ? 1 : 0),
    );
  }
}
