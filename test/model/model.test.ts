import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import type { ModelBericht } from './bericht.ts';
import { EchtePoort } from './echte-poort.ts';
import { type Keuzes, Kies, keuzes } from './keuze.ts';
import { MAKERS } from './maak/makers.ts';
import type { Maak } from './maak/omstandigheid.ts';
import { NaievePoort } from './naief/poort.ts';

/** More behind IJW_MODEL_RUNS. */
const RUNS = Number(process.env.IJW_MODEL_RUNS ?? 40);
const LENGTE = 120;

interface Model {
  readonly poort: NaievePoort;
  nr: number;
}

const gezien = new Map<string, number>();

/** One message: made out of what the model knows, sent to both, and both asked what became of it. */
class Stuur implements fc.Command<Model, EchtePoort> {
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

  run(model: Model, echt: EchtePoort): void {
    const bericht = this.#maak({ kies: new Kies(this.#keuzes), stand: model.poort.stand, nr: ++model.nr });
    if (bericht === null) return;
    this.#verstuurd = bericht;
    // A dry run now and then: under this clock and these numbers it is the later answer, to the byte.
    const proef = model.nr % 4 === 0 ? echt.proef(bericht) : null;
    const uitkomst = echt.ontvang(bericht);
    if (proef !== null) expect(proef).toBe(echt.laatste);
    const uitgegeven = nummersVan(uitkomst.antwoorden.flatMap((a) => (a.type === 'JW301' ? a.inhoud : [])));
    const verwacht = model.poort.ontvang(bericht, uitgegeven);
    expect(uitkomst).toEqual(verwacht);
    expect(echt.beeld()).toEqual(model.poort.stand.beeld());
    tel(bericht.type, uitkomst.status);
    for (const { codes } of uitkomst.antwoorden)
      for (const code of new Set(codes.flatMap((c) => c.split(' ').slice(1)))) tel(bericht.type, code);
  }

  toString(): string {
    return this.#verstuurd === undefined ? this.#naam : JSON.stringify(this.#verstuurd);
  }
}

/** The numbers that the gateway gave out in a JW301, in order; each above all that parties use. */
function nummersVan(regels: readonly string[]): () => number {
  const nieuw = regels.filter((regel) => regel.split(' ')[1] !== '-').map((regel) => Number(regel.split(' ')[0]));
  nieuw.sort((a, b) => a - b);
  return () => {
    const nummer = nieuw.shift() ?? -1;
    expect(nummer).toBeGreaterThanOrEqual(900_000_000);
    return nummer;
  };
}

function tel(type: string, wat: string): void {
  const sleutel = `${type} ${wat}`;
  gezien.set(sleutel, (gezien.get(sleutel) ?? 0) + 1);
}

const opdracht = fc.oneof(
  ...MAKERS.map(([naam, weight, maak]) => ({
    weight,
    arbitrary: keuzes(40).map((uit): fc.Command<Model, EchtePoort> => new Stuur(naam, maak, uit)),
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
        fc.modelRun(() => ({ model: { poort: new NaievePoort(), nr: 0 }, real: new EchtePoort() }), opdrachten);
      }),
      { numRuns: RUNS, endOnFailure: process.env.IJW_MODEL_SHRINK === undefined },
    );
  });
});

describe('what random exchanges brought to light', () => {
  it('one ReferentieNummer for lines of two clients: both are refused, and the JW325 can tell them apart', () => {
    const regel = (volume: number) => ({
      referentie: 'P1',
      vorige: null,
      nummer: 777,
      categorie: '45',
      code: '45A01',
      begin: '2026-05-01',
      einde: '2026-05-31',
      volume,
      eenheid: '01',
      tarief: 150,
      bedrag: 150 * volume,
      dc: 'D' as const,
    });
    const bericht: ModelBericht = {
      type: 'JW323',
      gemeente: '0362',
      aanbieder: '42420001',
      identificatie: 'A1',
      dagtekening: '2026-06-15',
      nummer: 'D1',
      maand: '2026-05',
      totaal: 450,
      clienten: [
        { bsn: '999900006', prestaties: [regel(1)] },
        { bsn: '999900018', prestaties: [regel(2)] },
      ],
    };
    expect(new EchtePoort().ontvang(bericht)).toEqual(new NaievePoort().ontvang(bericht, () => -1));
  });
});

/** These speak to the gateway that is tested. */
const MET_POORT = ['projectie.ts', 'echte-poort.ts', 'model.test.ts'];

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
