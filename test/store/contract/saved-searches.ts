import { describe, expect, it } from 'vitest';
import type { Store } from '../../../src/store/store.ts';
import { uniek } from '../make.ts';

/** Searches that are kept under a name. */
export function savedSearches(store: () => Store): void {
  describe('a search that is kept', () => {
    it('is of its owner alone, in order, until it is dropped', async () => {
      const [een, ander] = [`p${uniek()}`, `p${uniek()}`];
      const bij = { door: 'k', op: new Date() };
      const eerste = await store().saveSearch({ eigenaar: een, naam: 'Start', vraag: 'type=JW305', ...bij });
      await store().saveSearch({ eigenaar: een, naam: 'Fout', vraag: 'status=afgekeurd', ...bij });
      expect((await store().savedSearches(een)).map(({ naam, vraag }) => [naam, vraag])).toEqual([
        ['Start', 'type=JW305'],
        ['Fout', 'status=afgekeurd'],
      ]);
      expect(await store().savedSearches(ander)).toEqual([]);
      expect([await store().dropSearch(eerste, ander), await store().dropSearch('geen', een)]).toEqual([false, false]);
      expect([await store().dropSearch(eerste, een), await store().dropSearch(eerste, een)]).toEqual([true, false]);
      expect((await store().savedSearches(een)).map(({ naam }) => naam)).toEqual(['Fout']);
    });
  });
}
