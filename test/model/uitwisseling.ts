import fc from 'fast-check';
import type { ModelBericht } from './bericht.ts';
import { type Keuzes, Kies, keuzes } from './keuze.ts';
import { MAKERS } from './maak/makers.ts';
import type { Maak } from './maak/omstandigheid.ts';
import { Wissel } from './wissel.ts';

const LENGTE = 120;

/** How often what was seen: type and status, with the release of iJW 2.3; and each retourcode by type. */
export type Telling = Map<string, number>;

interface Model {
  nr: number;
  readonly telling: Telling;
}

/** One message: made out of what the model knows, sent to both, and both asked what became of it. */
class Stuur implements fc.Command<Model, Wissel> {
  readonly #naam: string;
  readonly #maak: Maak;
  readonly #keuzes: Keuzes;
  #verstuurd: ModelBericht | undefined;

  constructor(naam: string, maak: Maak, uit: Keuzes) {
    this.#naam = naam;
    this.#maak = maak;
    this.#keuzes = uit;
  }

  check(): boolean {
    return true;
  }

  run(model: Model, wissel: Wissel): void {
    const bericht = this.#maak({ kies: new Kies(this.#keuzes), stand: wissel.stand, nr: ++model.nr });
    if (bericht === null) return;
    this.#verstuurd = bericht;
    const { status, antwoorden, bezwaren = [] } = wissel.stuur(bericht);
    const codes = antwoorden.flatMap((a) => a.codes).flatMap((klasse) => klasse.split(' ').slice(1));
    const soort = bericht.release === '2.3' ? `${bericht.type} van 2.3` : bericht.type;
    for (const wat of [status, ...new Set([...codes, ...bezwaren])]) {
      const sleutel = `${soort} ${wat}`;
      model.telling.set(sleutel, (model.telling.get(sleutel) ?? 0) + 1);
    }
  }

  toString(): string {
    return this.#verstuurd === undefined ? this.#naam : JSON.stringify(this.#verstuurd);
  }
}

const opdracht = fc.oneof(
  ...MAKERS.map(([naam, weight, maak]) => ({
    weight,
    arbitrary: keuzes(40).map((uit): fc.Command<Model, Wissel> => new Stuur(naam, maak, uit)),
  })),
);

/** Random exchanges; returns what was seen in them. */
export function speel(bij: Pick<fc.Parameters, 'numRuns' | 'seed' | 'endOnFailure'>): Telling {
  const telling: Telling = new Map();
  fc.assert(
    fc.property(fc.commands([opdracht], { maxCommands: LENGTE, size: 'max' }), (opdrachten) => {
      fc.modelRun(() => ({ model: { nr: 0, telling }, real: new Wissel() }), opdrachten);
    }),
    bij,
  );
  return telling;
}
