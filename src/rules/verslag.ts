import type { Bevinding, Ernst, Niveau } from '../findings/bevinding.ts';

/** So many findings are kept of one message: more than anybody reads, few enough to store, list and answer with. */
export const MEESTE_BEVINDINGEN = 10_000;
/** Of each rule at least so many are kept, whatever came before it: one that was found last is not lost in the crowd. */
const VAN_ELKE_REGEL = 10;

/** Code of the line that closes a report which was cut short. */
export const MEER = 'MEER';

export type Regelsoort = Pick<Bevinding, 'regel' | 'niveau' | 'ernst'>;

/** A report while it grows: keeps no more than its measure, and counts the rest per rule. */
export class Verslag<T> {
  readonly #regelVan: (item: T) => string;
  readonly #bewaard: T[] = [];
  /** Kept, by rule code. */
  readonly #perRegel = new Map<string, number>();
  /** Not kept, by rule code. */
  readonly #meer = new Map<string, number>();
  /** By rule code, what a rule that was counted among the rest is. */
  readonly #soorten = new Map<string, Regelsoort>();
  #ernst: Ernst = 'signaal';
  #niveau: Niveau = 4;

  constructor(regelVan: (item: T) => string) {
    this.#regelVan = regelVan;
  }

  get bewaard(): readonly T[] {
    return this.#bewaard;
  }

  /** One more finding of this rule; `maak` is asked for it only when it is kept. */
  neem(soort: Regelsoort, maak: () => T): void {
    const { regel } = soort;
    const aantal = this.#perRegel.get(regel) ?? 0;
    if (aantal === 0) this.#soorten.set(regel, soort);
    if (this.#bewaard.length >= MEESTE_BEVINDINGEN) {
      if (aantal >= VAN_ELKE_REGEL) {
        this.telMee(soort, { [regel]: 1 });
        return;
      }
      this.#maakPlaats();
    }
    this.#bewaard.push(maak());
    this.#perRegel.set(regel, aantal + 1);
  }

  /** Counts what was found and is kept nowhere. */
  telMee({ niveau, ernst }: Omit<Regelsoort, 'regel'>, meer: Readonly<Record<string, number>>): void {
    for (const [regel, aantal] of Object.entries(meer)) this.#meer.set(regel, (this.#meer.get(regel) ?? 0) + aantal);
    if (ernst === 'fout') this.#ernst = 'fout';
    if (niveau < this.#niveau) this.#niveau = niveau;
  }

  /** The closing line; none when everything was kept. It is a `fout` when one of those it counts is. */
  slot(): Bevinding[] {
    if (this.#meer.size === 0) return [];
    const perRegel = [...this.#meer].sort(([a], [b]) => (a < b ? -1 : 1));
    const aantal = perRegel.reduce((som, [, n]) => som + n, 0);
    const telling = perRegel.map(([regel, n]) => `${regel}: ${n}`).join(', ');
    return [
      {
        ...{
          niveau: this.#niveau,
          regel: MEER,
          retourcode: null,
          ernst: this.#ernst,
          pad: null,
          lijn: null,
          kolom: null,
        },
        melding: `Van dit bericht staan hier ${this.#bewaard.length} bevindingen; er zijn er nog ${aantal} (${telling}). Herstel het programma dat het bericht maakt.`,
        meer: Object.fromEntries(perRegel),
      },
    ];
  }

  /** The last finding of the rule that has most of them gives way. */
  #maakPlaats(): void {
    const [regel] = [...this.#perRegel].reduce((meest, een) => (een[1] > meest[1] ? een : meest));
    const plek = this.#bewaard.findLastIndex((item) => this.#regelVan(item) === regel);
    const soort = this.#soorten.get(regel);
    if (plek < 0 || soort === undefined) return;
    this.#bewaard.splice(plek, 1);
    this.#perRegel.set(regel, (this.#perRegel.get(regel) ?? 1) - 1);
    this.telMee(soort, { [regel]: 1 });
  }
}

/** Findings that were gathered in more than one place, within the measure of one report and with one closing line. */
export function begrensd(bevindingen: readonly Bevinding[]): readonly Bevinding[] {
  const gesloten = bevindingen.some((b) => b.meer !== undefined);
  if (bevindingen.length <= MEESTE_BEVINDINGEN && !gesloten) return bevindingen;
  const verslag = new Verslag<Bevinding>((b) => b.regel);
  for (const b of bevindingen) {
    if (b.meer === undefined) verslag.neem(b, () => b);
    else verslag.telMee(b, b.meer);
  }
  return [...verslag.bewaard, ...verslag.slot()];
}

/** How many findings there are of each rule, those that are only counted included. */
export function perRegel(bevindingen: readonly Bevinding[]): Record<string, number> {
  const aantallen = new Map<string, number>();
  for (const { regel, meer } of bevindingen) {
    for (const [code, aantal] of Object.entries(meer ?? { [regel]: 1 }))
      aantallen.set(code, (aantallen.get(code) ?? 0) + aantal);
  }
  return Object.fromEntries(aantallen);
}
