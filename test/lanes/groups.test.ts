import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutIntoGroups } from '../../src/lanes/groups.ts';

const werk = fc.array(fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 3 }), { maxLength: 30 });

describe('cutIntoGroups', () => {
  it('keeps the order and loses nothing', () => {
    fc.assert(
      fc.property(werk, (items) => {
        expect(cutIntoGroups(items, (item) => item).flat()).toEqual(items);
      }),
    );
  });

  it('never puts two that share something in one group', () => {
    fc.assert(
      fc.property(werk, (items) => {
        for (const groep of cutIntoGroups(items, (item) => item)) {
          const sleutels = groep.flatMap((item) => [...new Set(item)]);
          expect(new Set(sleutels).size).toBe(sleutels.length);
        }
      }),
    );
  });

  it('cuts only where it must', () => {
    expect(cutIntoGroups([['a'], ['b'], ['a'], ['c']], (x) => x)).toEqual([
      [['a'], ['b']],
      [['a'], ['c']],
    ]);
  });
});
