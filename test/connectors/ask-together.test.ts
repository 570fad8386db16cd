import { describe, expect, it } from 'vitest';
import { askTogether } from '../../src/connectors/ask-together.ts';

describe('what is asked one by one', () => {
  it('is one question for all that ask in the same moment', async () => {
    const asked: string[][] = [];
    const ask = askTogether(async (group: readonly string[]) => {
      asked.push([...group]);
      return group.map((one) => (one === 'niets' ? undefined : `${one}!`));
    });
    expect(await Promise.all([ask('a'), ask('niets'), ask('b')])).toEqual(['a!', undefined, 'b!']);
    expect(await ask('c')).toBe('c!');
    expect(asked).toEqual([['a', 'niets', 'b'], ['c']]);
  });

  it('is asked alone when together it fails: only what is wrong fails', async () => {
    const ask = askTogether(async (group: readonly string[]) => {
      if (group.includes('stuk')) throw new Error('this one does not open');
      return group;
    });
    const answers = await Promise.allSettled([ask('a'), ask('stuk'), ask('b')]);
    expect(answers.map((one) => (one.status === 'fulfilled' ? one.value : one.reason.message))).toEqual([
      'a',
      'this one does not open',
      'b',
    ]);
    await expect(ask('stuk')).rejects.toThrow('does not open');
  });
});
