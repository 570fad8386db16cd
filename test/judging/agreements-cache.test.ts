import { describe, expect, it } from 'vitest';
import { AgreementsCache } from '../../src/judging/agreements-cache.ts';
import type { AfsprakenStore } from '../../src/store/agreements/agreements-store.ts';
import { voorbeeldDocument } from '../agreements/voorbeeld.ts';

/** A store whose questions are answered when the test says so, with what is true at that moment. */
class NepAfspraken {
  versie = 1;
  asked = 0;
  readonly #open: { answer: () => void; fail: () => void }[] = [];

  agreementsVersion(): Promise<number> {
    this.asked++;
    const toen = this.versie;
    return new Promise((resolve, reject) => {
      this.#open.push({ answer: () => resolve(toen), fail: () => reject(new Error('away')) });
    });
  }

  latestAgreements = async () => ({ versie: this.versie, document: voorbeeldDocument() });

  async answer(how: 'answer' | 'fail' = 'answer'): Promise<void> {
    await tick();
    this.#open.shift()?.[how]();
    await tick();
  }
}

const tick = () => new Promise((resolve) => setImmediate(resolve));

async function cache() {
  const store = new NepAfspraken();
  return { store, cache: await AgreementsCache.open(store as unknown as AfsprakenStore) };
}

describe('fresh agreements', () => {
  it('are those of the question that was asked after the asker came', async () => {
    const { store, cache: c } = await cache();
    const eerste = c.fresh();
    await tick();
    store.versie = 2;
    // The question under way was asked before version 2 was there.
    const tweede = c.fresh();
    const derde = c.fresh();
    await store.answer();
    expect((await eerste).versie).toBe(1);
    await store.answer();
    expect([(await tweede).versie, (await derde).versie]).toEqual([2, 2]);
    expect(store.asked).toBe(2);
  });

  it('can be asked for again after a question failed, also by those who came meanwhile', async () => {
    const { store, cache: c } = await cache();
    const eerste = c.fresh();
    const tweede = c.fresh();
    await Promise.all([store.answer('fail'), expect(eerste).rejects.toThrow('away')]);
    store.versie = 2;
    await Promise.all([store.answer('fail'), expect(tweede).rejects.toThrow('away')]);
    const derde = c.fresh();
    await store.answer();
    expect((await derde).versie).toBe(2);
  });

  it('are told to those who listen, once for each version', async () => {
    const { store, cache: c } = await cache();
    const verteld: number[] = [];
    c.onChange(({ versie }) => verteld.push(versie));
    for (const versie of [1, 2, 2, 3]) {
      store.versie = versie;
      const vraag = c.fresh();
      await store.answer();
      await vraag;
    }
    expect(verteld).toEqual([2, 3]);
    expect(c.current.versie).toBe(3);
  });
});
