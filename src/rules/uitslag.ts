import type { Bevinding } from '../findings/bevinding.ts';
import { bevindingVan } from './bevinding-van.ts';
import type { Klasse } from './klasse.ts';
import type { Afkeur, Opmerker, Regel } from './regel.ts';
import { type Regelsoort, Verslag } from './verslag.ts';

interface Treffer {
  /** At fault. */
  readonly klasse: Klasse;
  readonly regel: Regel;
  readonly bevinding: Bevinding;
}

/** Where a retourcode was first earned: in document order, then by rule code, then as it was found. */
interface Eerst {
  readonly plaats: number;
  readonly regel: string;
  readonly nr: number;
}

/** What the rules found while a message is walked through; the Oordeel is read from it at the end. */
export class Uitslag {
  readonly #treffers = new Verslag<Treffer>((treffer) => treffer.regel.code);
  /** By klasse pad and retourcode. Apart from the findings, of which not all are kept: what goes on the wire is whole. */
  readonly #codes = new Map<string, Map<string, Eerst>>();
  readonly #afgekeurd = new Set<string>();
  readonly #plaats: ReadonlyMap<Klasse, number>;
  #niveau: 2 | 3 | 4 | null = null;
  #nr = 0;

  readonly #opmerker: Opmerker;

  constructor(klassen: readonly Klasse[], opmerker: Opmerker = () => {}) {
    this.#opmerker = opmerker;
    this.#plaats = new Map(klassen.map((klasse, i) => [klasse, i]));
  }

  /** The lowest level that refused something; null when nothing did. */
  get niveau(): 2 | 3 | 4 | null {
    return this.#niveau;
  }

  neem(regel: Regel, bekeken: Klasse, afkeuren: readonly Afkeur[]): void {
    const ernst = regel.ernst ?? 'fout';
    const soort: Regelsoort = { regel: regel.code, niveau: regel.niveau, ernst };
    for (const afkeur of afkeuren) {
      const klasse = afkeur.klasse ?? bekeken;
      const drager = afkeur.drager ?? klasse;
      this.#opmerker(regel, klasse, afkeur);
      this.#treffers.neem(soort, () => ({ klasse, regel, bevinding: bevindingVan(regel, klasse, afkeur) }));
      if (ernst === 'signaal') continue;
      if (regel.retourcode !== null) this.#codeer(drager, regel.retourcode, klasse, regel);
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

  /** In document order, then by rule code; of very many a part, closed by a line that counts the rest. */
  bevindingen(): Bevinding[] {
    const plaats = (t: Treffer) => this.#plaats.get(t.klasse) ?? 0;
    const geordend = [...this.#treffers.bewaard].sort(
      (a, b) => plaats(a) - plaats(b) || inOrde(a.regel.code, b.regel.code),
    );
    return [...geordend.map((t) => t.bevinding), ...this.#treffers.slot()];
  }

  /** Retourcodes by klasse pad: each once, ordered by rule code. */
  codes(): ReadonlyMap<string, readonly string[]> {
    const perPad = [...this.#codes].map(([pad, codes]) => {
      const geordend = [...codes].sort(([, a], [, b]) => eerder(a, b));
      return { pad, codes: geordend.map(([code]) => code), eerst: geordend[0]?.[1] };
    });
    perPad.sort((a, b) => (a.eerst === undefined || b.eerst === undefined ? 0 : eerder(a.eerst, b.eerst)));
    return new Map(perPad.map(({ pad, codes }) => [pad, codes]));
  }

  #codeer(drager: Klasse, code: string, klasse: Klasse, regel: Regel): void {
    const hier = { plaats: this.#plaats.get(klasse) ?? 0, regel: regel.code, nr: this.#nr++ };
    const codes = this.#codes.get(drager.pad) ?? new Map<string, Eerst>();
    const bekend = codes.get(code);
    if (bekend === undefined || eerder(hier, bekend) < 0) codes.set(code, hier);
    this.#codes.set(drager.pad, codes);
  }
}

function eerder(a: Eerst, b: Eerst): number {
  return a.plaats - b.plaats || inOrde(a.regel, b.regel) || a.nr - b.nr;
}

function inOrde(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
