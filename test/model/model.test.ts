import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import type { ModelBericht } from './bericht.ts';
import { type Keuzes, Kies, keuzes } from './keuze.ts';
import { MAKERS } from './maak/makers.ts';
import type { Maak } from './maak/omstandigheid.ts';
import { Wissel } from './wissel.ts';

/** More behind IJW_MODEL_RUNS. */
const RUNS = Number(process.env.IJW_MODEL_RUNS ?? 40);
const LENGTE = 120;

const gezien = new Map<string, number>();

interface Model {
  nr: number;
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
    const uitkomst = wissel.stuur(bericht);
    tel(bericht.type, uitkomst.status);
    for (const { codes } of uitkomst.antwoorden)
      for (const code of new Set(codes.flatMap((c) => c.split(' ').slice(1)))) tel(bericht.type, code);
  }

  toString(): string {
    return this.#verstuurd === undefined ? this.#naam : JSON.stringify(this.#verstuurd);
  }
}

function tel(type: string, wat: string): void {
  const sleutel = `${type} ${wat}`;
  gezien.set(sleutel, (gezien.get(sleutel) ?? 0) + 1);
}

const opdracht = fc.oneof(
  ...MAKERS.map(([naam, weight, maak]) => ({
    weight,
    arbitrary: keuzes(40).map((uit): fc.Command<Model, Wissel> => new Stuur(naam, maak, uit)),
  })),
);

describe('a gateway and a naive one', () => {
  afterAll(() => {
    console.log(
      [...gezien]
        .sort()
        .map(([wat, aantal]) => `${wat}: ${aantal}`)
        .join('\n'),
    );
  });

  it('judge random exchanges alike, and remember the same', { timeout: 3_600_000 }, () => {
    fc.assert(
      fc.property(fc.commands([opdracht], { maxCommands: LENGTE, size: 'max' }), (opdrachten) => {
        fc.modelRun(() => ({ model: { nr: 0 }, real: new Wissel() }), opdrachten);
      }),
      { numRuns: RUNS, endOnFailure: process.env.IJW_MODEL_SHRINK === undefined },
    );
  });
});

/** These speak to the gateway that is tested. */
const MET_POORT = ['projectie.ts', 'echte-poort.ts', 'wissel.ts', 'model.test.ts', 'gevonden.test.ts'];

describe('the naive gateway', () => {
  it('imports nothing of the product', () => {
    const hier = import.meta.dirname;
    const eigen = readdirSync(hier, { recursive: true, encoding: 'utf8' }).filter(
      (naam) => naam.endsWith('.ts') && !MET_POORT.includes(naam),
    );
    expect(eigen.filter((naam) => naam.startsWith('naief/')).length).toBeGreaterThan(10);
    const vreemd = eigen.flatMap((naam) =>
      [...readFileSync(join(hier, naam), 'utf8').matchAll(/(?:\bfrom\s+|\bimport\s*\(?\s*)['"`]([^'"`\n]+)/g)]
        .map(([, bron = '']) => bron)
        .filter(
          (bron) =>
            bron !== 'fast-check' &&
            (!bron.startsWith('.') || relative(hier, join(hier, naam, '..', bron)).startsWith('..')),
        )
        .map((bron) => `${naam}: ${bron}`),
    );
    expect(vreemd).toEqual([]);
  });
});
