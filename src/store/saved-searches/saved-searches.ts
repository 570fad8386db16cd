import { sql } from 'kysely';
import { type Db, firstOf, rowsOf } from '../engine/db.ts';
import { over } from '../engine/over.ts';
import { isId, newId } from '../engine/uuid.ts';
import { opening, sealOf } from '../seal/seal-of.ts';
import type { RowOf } from '../tables/column-set.ts';
import { ZOEKOPDRACHT } from '../tables/tasks/zoekopdracht.ts';
import type { NewSearch, SavedSearch, SavedSearchStore } from './contract.ts';

export function savedSearchesStore(db: Db): SavedSearchStore {
  return over(db, { savedSearches, saveSearch, dropSearch });
}

const GETOOND = ZOEKOPDRACHT.pick('id', 'naam', 'vraag');

async function savedSearches(db: Db, eigenaar: string): Promise<readonly SavedSearch[]> {
  const rijen = await rowsOf(
    db,
    sql<RowOf<typeof GETOOND>>`
    select ${GETOOND.select('z')} from zoekopdracht z where z.eigenaar = ${eigenaar} order by z.id`,
  );
  return opening(db, (seal) =>
    rijen.map(({ id, naam, vraag }) => ({
      id,
      naam: seal.openText('zoekopdracht.naam', id, naam),
      vraag: seal.openText('zoekopdracht.vraag', id, vraag),
    })),
  );
}

async function saveSearch(db: Db, { eigenaar, naam, vraag, door, op }: NewSearch): Promise<string> {
  const [seal, id] = [sealOf(db), newId()];
  await sql`
    insert into zoekopdracht (id, eigenaar, naam, vraag, door, op)
    values (${id}::uuid, ${eigenaar}, ${seal.text('zoekopdracht.naam', id, naam)}, ${seal.text('zoekopdracht.vraag', id, vraag)},
      ${door}, ${op}::timestamptz)`.execute(db);
  return id;
}

async function dropSearch(db: Db, id: string, eigenaar: string): Promise<boolean> {
  if (!isId(id)) return false;
  const weg = sql<{ een: number }>`
    delete from zoekopdracht where id = ${id}::uuid and eigenaar = ${eigenaar} returning 1 as een`;
  return (await firstOf(db, weg)) !== undefined;
}
