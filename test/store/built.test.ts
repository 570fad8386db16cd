import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { built } from '../../src/store/write/built.ts';

/** What is built, and when others had their turn meanwhile. */
async function order(large: boolean): Promise<{ seen: string[]; statements: number }> {
  const seen: string[] = [];
  const part = (naam: string) => () => {
    seen.push(naam);
    setImmediate(() => seen.push(`others after ${naam}`));
    return [sql`select 1`];
  };
  const statements = await built(large, [part('a'), part('b'), () => [], part('c')]);
  return { seen, statements: statements.length };
}

describe('the statements of verdicts', () => {
  it('are built in one go, in their order', async () => {
    expect(await order(false)).toEqual({ seen: ['a', 'b', 'c'], statements: 3 });
  });

  it('of what is large leave others their turn between two parts', async () => {
    const { seen, statements } = await order(true);
    expect(statements).toBe(3);
    expect(seen.indexOf('others after a')).toBeGreaterThan(seen.indexOf('a'));
    expect(seen.indexOf('others after a')).toBeLessThan(seen.indexOf('c'));
    expect(seen.filter((naam) => naam.length === 1)).toEqual(['a', 'b', 'c']);
  });
});
