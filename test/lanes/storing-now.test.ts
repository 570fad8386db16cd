import { describe, expect, it } from 'vitest';
import { StoringNow } from '../../src/lanes/storing-now.ts';

type Saving = Pick<Parameters<StoringNow['seen']>[0], 'saveMessage' | 'saveBundle'>;

/** A store that keeps whoever stores waiting until told. */
function slow() {
  const ends: ((fout?: Error) => void)[] = [];
  const wait = () =>
    new Promise<never>((resolve, reject) => {
      ends.push((fout) => (fout === undefined ? resolve(undefined as never) : reject(fout)));
    });
  return { store: { saveMessage: wait, saveBundle: wait } as Saving, ends };
}

const een = {} as Parameters<Saving['saveMessage']>[0];

describe('messages that are being stored', () => {
  it('are a crowd when they are many at once, until they are stored', async () => {
    const storing = new StoringNow();
    const { store, ends } = slow();
    const seen = storing.seen(store);
    const saved = Array.from({ length: 15 }, () => seen.saveMessage(een));
    expect(storing.crowded).toBe(false);
    saved.push(seen.saveMessage(een));
    expect(storing.crowded).toBe(true);
    ends[0]?.();
    await saved[0];
    expect(storing.crowded).toBe(false);
  });

  it('count for as many as there are in a bundle, and no more once that failed', async () => {
    const storing = new StoringNow();
    const { store, ends } = slow();
    const saved = storing.seen(store).saveBundle(Array.from({ length: 16 }, () => een));
    expect(storing.crowded).toBe(true);
    ends[0]?.(new Error('the disk is full'));
    await expect(saved).rejects.toThrow('the disk is full');
    expect(storing.crowded).toBe(false);
  });
});
