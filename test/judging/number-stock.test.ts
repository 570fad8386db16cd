import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Afspraken } from '../../src/agreements/afspraken.ts';
import { maakAfspraken } from '../../src/agreements/maak-afspraken.ts';
import { NumberStock } from '../../src/judging/number-stock.ts';
import { claimSleutel } from '../../src/rules/claims.ts';
import type { KennisData } from '../../src/rules/kennis.ts';
import type { LaanStore } from '../../src/store/lanes/contract.ts';
import type { NummerBlok } from '../../src/verdict/nummers.ts';
import { voorbeeldDocument } from '../agreements/voorbeeld.ts';
import { toewijzing } from '../verdict/wereld.ts';

const LEEG: NummerBlok = { identificatie: Number.NaN, toewijzing: {} };
const AFSPRAKEN = maakAfspraken(voorbeeldDocument(), 1);

/** Draws as the store does: each series goes on where it was, and an answer takes a while. */
class NepReeksen implements Pick<LaanStore, 'drawNumbers'> {
  draws = 0;
  #identificatie = 1;
  readonly #toewijzing = new Map<string, number>();

  async drawNumbers(
    identificaties: number,
    toewijzingen: Parameters<LaanStore['drawNumbers']>[1],
  ): ReturnType<LaanStore['drawNumbers']> {
    this.draws++;
    const identificatie = this.#identificatie;
    this.#identificatie += identificaties;
    const toewijzing = Object.fromEntries(
      Object.entries(toewijzingen).map(([gemeente, { aantal, vanaf }]) => {
        const eerste = Math.max(this.#toewijzing.get(gemeente) ?? 0, vanaf);
        this.#toewijzing.set(gemeente, eerste + aantal);
        return [gemeente, eerste];
      }),
    );
    await new Promise((resolve) => setImmediate(resolve));
    return { identificatie, toewijzing };
  }
}

function wens(identificaties: number, toewijzingen: number, gemeente = '0362') {
  return { gemeente, nummers: { identificaties, toewijzingen } };
}

function vanaf(nummer: number): Afspraken {
  const document = voorbeeldDocument();
  document.gemeenten = document.gemeenten.map((g) => ({ ...g, toewijzingNummerVanaf: nummer }));
  return maakAfspraken(document, 2);
}

describe('the stock of numbers', () => {
  it('gives no number twice, however many ask at once', async () => {
    const wensen = fc.array(
      fc
        .tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 40 }), fc.constantFrom('0362', '0439'))
        .map(([i, t, gemeente]) => wens(i, t, gemeente)),
      { minLength: 1, maxLength: 3 },
    );
    // Waves of askers who come in the same tick, one wave after another: the stock is full, half empty, empty.
    const golven = fc.array(fc.array(wensen, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(golven, async (alleGolven) => {
        const stock = new NumberStock(new NepReeksen());
        const alle: { blok: NummerBlok; wens: ReturnType<typeof wens> }[][] = [];
        for (const golf of alleGolven) {
          const blokken = await Promise.all(golf.map((vraag) => stock.blocks(vraag, AFSPRAKEN)));
          golf.forEach((vraag, v) => {
            alle.push(vraag.map((een, i) => ({ blok: blokken[v]?.[i] ?? LEEG, wens: een })));
          });
        }
        const gegeven = alle
          .flat()
          .flatMap(({ blok, wens: { gemeente, nummers } }) => [
            ...Array.from({ length: nummers.identificaties }, (_, i) => `I${blok.identificatie + i}`),
            ...Array.from(
              { length: nummers.toewijzingen },
              (_, i) => `${gemeente}-${(blok.toewijzing[gemeente] ?? NaN) + i}`,
            ),
          ]);
        expect(new Set(gegeven).size).toBe(gegeven.length);
        expect(gegeven.some((naam) => naam.includes('NaN'))).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  it('draws ahead, so that most messages need no draw', async () => {
    const reeksen = new NepReeksen();
    const stock = new NumberStock(reeksen);
    for (let i = 0; i < 100; i++) await stock.blocks([wens(2, 0)], AFSPRAKEN);
    expect(reeksen.draws).toBe(1);
  });

  it('draws anew what another owner took, or the client has already', async () => {
    const stock = new NumberStock(new NepReeksen());
    const een = async (kennis?: Pick<KennisData, 'toewijzingen'>, gemeente = '0362') => {
      const [blok] = await stock.blocks(
        [{ ...wens(1, 1, gemeente), ...(kennis === undefined ? {} : { kennis }) }],
        AFSPRAKEN,
      );
      return [blok?.identificatie, blok?.toewijzing[gemeente]];
    };
    expect(await een()).toEqual([1, 900_000_000]);
    stock.taken([claimSleutel.toewijzing('0362', 900_000_001)]);
    expect(await een()).toEqual([2, 900_000_050]);
    stock.taken([claimSleutel.toewijzing('0439', 900_000_051), claimSleutel.referentieAanbieder('42420001', 'R1')]);
    expect(await een()).toEqual([3, 900_000_051]);
    stock.taken([claimSleutel.identificatie('0362', 'JW301', 'IG0000000004')]);
    expect(await een()).toEqual([1001, 900_000_052]);
    const bekend = (nummer: number, gemeente = '0362') => ({ toewijzingen: [toewijzing({ nummer, gemeente })] });
    expect(await een(bekend(900_000_060))).toEqual([1002, 900_000_100]);
    expect(await een(bekend(900_000_110, '0439'))).toEqual([1003, 900_000_101]);
    expect(await een(bekend(5))).toEqual([1004, 900_000_102]);
  });

  it('begins where the agreements say, from the moment they say so', async () => {
    const stock = new NumberStock(new NepReeksen());
    const eerste = async (afspraken: Afspraken) => (await stock.blocks([wens(0, 1)], afspraken))[0]?.toewijzing['0362'];
    expect(await eerste(AFSPRAKEN)).toBe(900_000_000);
    expect(await eerste(vanaf(910_000_000))).toBe(910_000_000);
    expect(await eerste(vanaf(910_000_000))).toBe(910_000_001);
  });
});
