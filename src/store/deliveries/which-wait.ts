import { sql } from 'kysely';
import { type Db, recordset, rowsOf } from '../engine/db.ts';
import { isRijSleutel } from '../engine/uuid.ts';
import type { AskedFor } from './contract.ts';

/** One look for all: per party and kind it reads no more than the first that is there. */
export async function whichWait(db: Db, asked: readonly AskedFor[]): Promise<readonly AskedFor[]> {
  const rows = asked.flatMap(({ scope, type = null, na = '0' }, nr) =>
    isRijSleutel(na) ? scope.parties.map((partij) => ({ nr, partij, type, na })) : [],
  );
  if (rows.length === 0) return [];
  const found = await rowsOf(
    db,
    sql<{ nr: number }>`
    select distinct r.nr from ${recordset(rows, 'nr int, partij text, type text, na bigint')}
    where case when r.type is null
      then exists (select from aflevering a where a.partij = r.partij and not a.bevestigd and a.rij > r.na)
      else exists (select from aflevering a where a.partij = r.partij and not a.bevestigd and a.type = r.type and a.rij > r.na)
      end`,
  );
  return found.map(({ nr }) => asked[nr]).filter((one) => one !== undefined);
}
