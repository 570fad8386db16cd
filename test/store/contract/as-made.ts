import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asMade, type Db, dbOver, inOneGo, rowsOf } from '../../../src/store/engine/db.ts';
import type { SqlSource } from '../../../src/store/engine/sql-source.ts';

/** A transaction of many rows, of which each part is sent when it is made: as one that is sent in one go. */
export function asMadeContract(name: string, open: () => Promise<SqlSource>): void {
  describe(`what is sent as it is made (${name})`, () => {
    let db: Db;
    beforeAll(async () => {
      db = dbOver(await open());
      await sql`create table gemaakt (nr int primary key)`.execute(db);
    });
    afterAll(() => db.destroy());

    const put = (nr: number) => sql`insert into gemaakt (nr) values (${nr}::int)`;
    const stored = async () => {
      const rijen = await rowsOf(db, sql<{ nr: number }>`select nr from gemaakt order by nr`);
      await sql`delete from gemaakt`.execute(db);
      return rijen.map(({ nr }) => nr);
    };

    it('is one transaction, in its order', async () => {
      await asMade(db, [
        () => [put(1), put(2)],
        () => [],
        () => [sql`update gemaakt set nr = nr + 10`],
        () => [put(3)],
      ]);
      expect(await stored()).toEqual([3, 11, 12]);
    });

    it('leaves others their turn between two parts', async () => {
      const seen: string[] = [];
      const part = (name: string) => () => {
        seen.push(name);
        setImmediate(() => seen.push(`others after ${name}`));
        return [];
      };
      await asMade(db, [part('a'), part('b'), part('c')]);
      expect(seen.slice(0, 5)).toEqual(['a', 'others after a', 'b', 'others after b', 'c']);
    });

    it('of which a statement fails is undone, throws that, and the session goes on', async () => {
      const twice = asMade(db, [() => [put(1)], () => [put(1)], () => [put(2)]]);
      await expect(twice).rejects.toMatchObject({ code: '23505' });
      expect(await stored()).toEqual([]);
      await inOneGo(db, [put(4)]);
      expect(await stored()).toEqual([4]);
    });

    it('of which a part cannot be made is undone, and throws why', async () => {
      const broken = asMade(db, [
        () => [put(1)],
        () => {
          throw new Error('no rows for it');
        },
      ]);
      await expect(broken).rejects.toThrow('no rows for it');
      expect(await stored()).toEqual([]);
      await asMade(db, [() => [put(5)]]);
      expect(await stored()).toEqual([5]);
    });
  });
}
