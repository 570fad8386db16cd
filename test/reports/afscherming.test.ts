import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { afgeschermdeRijen, type Uitsnede } from '../../src/reports/afscherming.ts';
import { type Cel, type FeitSoort, KLEIN, SOORTEN } from '../../src/reports/bouwstenen.ts';
import { stelselVan } from '../../src/reports/tariefdelen.ts';
import type { Getoond, Telling } from '../../src/reports/telling.ts';
import { type Indeling, VERDELINGEN } from '../../src/reports/verdelingen.ts';
import { groepeer } from '../../src/standard/groepeer.ts';

/** A fact of one child. `som` is a power of two of its own, so that any sum tells which facts are in it. */
interface Feit {
  readonly kind: number;
  readonly regio: string;
  readonly gemeente: string;
  readonly product: string;
  readonly zorgcategorie: string;
  readonly maand: string;
  readonly aanbieder: string;
  /** Null: its tariff is not told in parts. */
  readonly stelsel: string | null;
  readonly soort: Exclude<FeitSoort, 'aantallen'>;
  readonly bit: number;
}

const MAANDEN = ['2025-11', '2025-12', '2026-01', '2026-02'];
const GEMEENTEN = [
  ['0362', 'AA'],
  ['0384', 'AA'],
  ['0479', 'ZAWA'],
] as const;
const PRODUCTEN = [
  ['45 A', 'ambulant'],
  ['45 B', 'ambulant'],
  ['44 C', 'verblijf'],
] as const;

/** Of one part, so that what is shown of it is a sum of whole facts. */
const STELSELS = [null, 'verblijf', 'logies'].map((naam) => naam && stelselVan([{ naam, bedrag: 1 }]));

const feiten = fc
  .array(
    fc.record({
      kind: fc.integer({ min: 1, max: 14 }),
      gemeente: fc.constantFrom(...GEMEENTEN),
      product: fc.constantFrom(...PRODUCTEN),
      maand: fc.constantFrom(...MAANDEN),
      aanbieder: fc.constantFrom('42420001', '42420002'),
      stelsel: fc.constantFrom(...STELSELS),
      soort: fc.constantFrom<Feit['soort'][]>('toegekend', 'toegekend', 'voorlopig', 'afgewezen'),
    }),
    { minLength: 30, maxLength: 48 },
  )
  .map((rijen) =>
    rijen.map(({ gemeente: [gemeente, regio], product: [product, zorgcategorie], ...rest }, bit): Feit => {
      return { ...rest, gemeente, regio, product, zorgcategorie, bit };
    }),
  );

const kinderen = (lijst: readonly Feit[]) => new Set(lijst.map((f) => f.kind)).size;
const groepen = (lijst: readonly Feit[], naam: (f: Feit) => string) => [...groepeer(lijst, naam).values()];

/** As the store makes them. */
function cellenVan(alle: readonly Feit[]): Cel[] {
  const plaats = (f: Feit, soort: FeitSoort) =>
    [...VERDELINGEN.map((v) => f[v]), soort === 'toegekend' ? f.stelsel : null].join();
  return SOORTEN.flatMap((soort) =>
    groepen(
      alle.filter((f) => soort === 'aantallen' || f.soort === soort),
      (f) => plaats(f, soort),
    ).map((groep): Cel => {
      const {
        regio = '',
        gemeente = '',
        product = '',
        zorgcategorie = '',
        maand = '',
        aanbieder = '',
      } = groep[0] ?? {};
      const stelsel = (soort === 'toegekend' && groep[0]?.stelsel) || null;
      const clienten = kinderen(groep);
      const toegewezen = groep.reduce((som, f) => som + 2 ** f.bit, 0);
      return {
        ...{ regio, gemeente, product, zorgcategorie, maand, soort, clienten, toegewezen, som: toegewezen },
        wie: clienten < KLEIN ? [...new Set(groep.map((f) => `k${f.kind}`))] : [],
        ...{ instroom: 0, doorstroom: 0, gestopt: 0, uitstroom: 0, afgewezenRegels: 0, afgewezenVerzoeken: 0 },
        ...{ aantal: groep.length, redenen: {}, aanbieder, stelsel, dagen: 10 * groep.length },
      };
    }),
  );
}

const NIETS = { gestart: 0, instroom: 0, doorstroom: 0, gestopt: 0, uitstroom: 0, duurDagen: null, redenen: {} };
const GELD = {
  zwaarte: null,
  delen: {},
  gedeclareerd: 0,
  toegekend: 0,
  afgewezen: 0,
  afgewezenRegels: 0,
  afgewezenVerzoeken: 0,
};

function antwoord(alle: readonly Feit[], uitsnede: Uitsnede, cellen = cellenVan(alle)): Getoond[] {
  const { per, gemeenten, van = '', tot = '9' } = uitsnede;
  const binnen = alle.filter((f) => (gemeenten?.includes(f.gemeente) ?? true) && f.maand >= van && f.maand <= tot);
  const tellingen = groepen(binnen, (f) => per.map((v) => f[v]).join()).map((groep): Telling => {
    const waar = Object.fromEntries(per.map((v) => [v, groep[0]?.[v]]));
    return { ...waar, ...NIETS, ...GELD, clienten: kinderen(groep), toegewezen: 0 };
  });
  return afgeschermdeRijen(tellingen, cellen, uitsnede);
}

/** Every question there is: by any dimensions, of any gemeenten of a region or one gemeente, over any months. */
function* vragen(): Generator<Uitsnede> {
  const grenzen = [undefined, ...GEMEENTEN.map(([g]) => [g]), ['0362', '0384'], ['0479']];
  for (let keuze = 0; keuze < 2 ** VERDELINGEN.length; keuze++) {
    const per: Indeling[] = VERDELINGEN.filter((_v, i) => (keuze & (1 << i)) !== 0);
    for (const gemeenten of grenzen)
      for (const van of [undefined, ...MAANDEN])
        for (const tot of [undefined, ...MAANDEN.filter((m) => m >= (van ?? ''))])
          yield {
            per,
            ...(gemeenten === undefined ? {} : { gemeenten }),
            ...(van === undefined ? {} : { van }),
            ...(tot === undefined ? {} : { tot }),
          };
  }
}

/** All sums that any answer shows, of all questions: of counts, and of amounts, which add up among each other. */
function getoond(alle: readonly Feit[]): { aantallen: Set<number>; bedragen: Set<number>; clienten: Set<number> } {
  const [aantallen, bedragen, clienten] = [new Set<number>(), new Set<number>(), new Set<number>()];
  const cellen = cellenVan(alle);
  for (const uitsnede of vragen())
    for (const rij of antwoord(alle, uitsnede, cellen)) {
      aantallen.add(rij.toegewezen ?? 0);
      const delen = Object.values(rij.delen ?? {});
      for (const bedrag of [rij.toegekend, rij.afgewezen, rij.gedeclareerd, ...delen]) bedragen.add(bedrag ?? 0);
      clienten.add(rij.clienten ?? 0);
    }
  return { aantallen, bedragen, clienten };
}

const staatIn = (feit: Feit, som: number) => Math.floor(som / 2 ** feit.bit) % 2 === 1;

describe('whoever may ask everything, and lays all answers side by side', () => {
  it('finds no sum, and no difference or other combination of sums, of fewer than five children', () => {
    let gezien = 0;
    fc.assert(
      fc.property(feiten, (alle) => {
        const { aantallen, bedragen, clienten } = getoond(alle);
        for (const sommen of [[...aantallen], [...bedragen]]) {
          // Facts that stand in the very same sums are told apart by no combination of them.
          for (const atoom of groepen(alle, (f) => sommen.map((som) => staatIn(f, som)).join())) {
            const [eerste] = atoom;
            if (eerste === undefined || !sommen.some((som) => staatIn(eerste, som))) continue;
            gezien++;
            expect(kinderen(atoom)).toBeGreaterThanOrEqual(KLEIN);
          }
        }
        for (const aantal of clienten) expect(aantal % KLEIN).toBe(0);
      }),
      { numRuns: 10 },
    );
    expect(gezien).toBeGreaterThan(10);
  }, 300_000);
});

describe('what is shown', () => {
  const feit = (kind: number, product: string, maand = '2026-01', bit = kind): Feit => {
    const waar = { regio: 'AA', gemeente: '0362', zorgcategorie: 'ambulant', aanbieder: '42420001' };
    return { kind, product, maand, bit, ...waar, stelsel: null, soort: 'toegekend' };
  };
  const zes = [1, 2, 3, 4, 5, 6].map((kind) => feit(kind, '45 A'));

  it('one child beside six: the total, not the six, for that would give the one', () => {
    const alle = [...zes, feit(7, '45 B')];
    const [totaal] = antwoord(alle, { per: ['gemeente'] });
    expect(totaal).toMatchObject({ toegekend: 254, clienten: 5, afgeschermd: false, onvolledig: false });
    const perProduct = antwoord(alle, { per: ['product'] });
    expect(perProduct.map((r) => [r.product, r.toegekend, r.afgeschermd])).toEqual([
      ['45 A', null, true],
      ['45 B', null, true],
    ]);
  });

  it('one child more in the next month: the two months together, not the first of them', () => {
    const alle = [...zes, feit(7, '45 A', '2026-02')];
    expect(antwoord(alle, { per: [] })[0]).toMatchObject({ toegekend: 254, onvolledig: false });
    expect(antwoord(alle, { per: [], tot: '2026-01' })[0]).toMatchObject({ toegekend: null, afgeschermd: true });
  });

  it('groups of five and more are whole and exact, side by side', () => {
    const alle = [...zes, ...[7, 8, 9, 10, 11].map((kind) => feit(kind, '45 B'))];
    expect(antwoord(alle, { per: ['product'] }).map((r) => [r.product, r.toegekend, r.onvolledig])).toEqual([
      ['45 A', 126, false],
      ['45 B', 3968, false],
    ]);
  });

  it('an amount that came from one child is not shown, though six have help', () => {
    const alle = [...zes, { ...feit(1, '45 A', '2026-01', 20), soort: 'afgewezen' as const }];
    expect(antwoord(alle, { per: ['gemeente'] })[0]).toMatchObject({
      ...{ toegekend: 126, afgewezen: null, gedeclareerd: 126, onvolledig: true },
    });
  });

  describe('of tariffs that are told in parts', () => {
    const [A, B] = ([60, 50] as const).map((verblijf) =>
      stelselVan([
        { naam: 'verblijf', bedrag: verblijf },
        { naam: 'behandeling', bedrag: 100 - verblijf },
      ]),
    );
    const onder = (stelsel: string | undefined, kinderenVan: readonly number[], maand?: string) =>
      kinderenVan.map((kind) => ({ ...feit(kind, '44 C', maand), stelsel: stelsel ?? null }));

    it('each block is split by its own tariff, to the cent', () => {
      const [rij] = antwoord([...onder(A, [1, 2, 3, 4, 5]), ...onder(B, [6, 7, 8, 9, 10])], { per: ['product'] });
      const [a, b] = [2 + 4 + 8 + 16 + 32, 64 + 128 + 256 + 512 + 1024];
      const verblijf = Math.floor(a * 0.6) + b / 2;
      expect(rij).toMatchObject({ toegekend: a + b, onvolledig: false, zwaarte: Math.round((a + b) / 100) });
      expect(rij?.delen).toEqual({ verblijf, behandeling: a + b - verblijf });
    });

    it('one child under another tariff: the amount of all, and no shares, for those would give the one', () => {
      const [rij] = antwoord([...onder(A, [1, 2, 3, 4, 5, 6]), ...onder(B, [7])], { per: ['product'] });
      expect(rij).toMatchObject({ toegekend: 254, delen: {}, onvolledig: true });
    });
  });
});
