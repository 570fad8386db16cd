import { describe, expect, it } from 'vitest';
import { plusDagen } from '../../../src/standard/datum.ts';
import { jw323, type Regel } from './berichten.ts';
import { BSN, document, oordeel, toewijzing } from './decor.ts';

/** Lines that differ in product code only, all on one generic toewijzing: the most that one standing has to count. */
const AANTAL = 30_000;
const code = (i: number) => i.toString(36).padStart(5, 'Z');

describe('a very large declaratie', () => {
  it('is judged in one go, each line against all before it', () => {
    const regels: Regel[] = Array.from({ length: AANTAL }, (_, i) => ({ code: code(i), volume: 1, tarief: 100 }));
    const generiek = toewijzing({
      categorie: null,
      code: null,
      volume: null,
      eenheid: null,
      frequentie: null,
      budget: 100 * (AANTAL - 2),
      ingangsdatum: plusDagen('2026-02-01', -31),
    });
    const [voorbeeld] = document().producten;
    if (voorbeeld === undefined) throw new Error('the example has products');
    const producten = regels.map((_, i) => ({ ...voorbeeld, code: code(i) }));
    const spel = { kennis: { toewijzingen: [generiek] }, afspraken: { producten } };
    const uitkomst = oordeel(jw323([[BSN, regels]]), spel);
    expect([...uitkomst.codes.values()]).toEqual([['9369'], ['9369']]);
    expect(uitkomst.lopend.prestaties).toHaveLength(AANTAL - 2);
  });
});
