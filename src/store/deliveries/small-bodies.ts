import { sql } from 'kysely';
import { type Db, KEEP, rowsOf } from '../engine/db.ts';
import { opening } from '../seal/seal-of.ts';
import type { RowOf } from '../tables/column-set.ts';
import { INHOUD } from '../tables/messages/inhoud.ts';

const BODY = INHOUD.pick('bericht_id', 'bytes');

/** Their size is told by the database without reading them. */
export async function smallBodies(
  db: Db,
  ids: readonly string[],
  atMost: number,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const rows = await rowsOf(
    db,
    sql<RowOf<typeof BODY>>`${KEEP}
    select ${BODY.select('i')} from inhoud i
    where i.bericht_id = any(${[...ids]}::uuid[]) and octet_length(i.bytes) <= ${atMost}`,
  );
  return opening(
    db,
    (seal) =>
      new Map(rows.map(({ berichtId, bytes }) => [berichtId, seal.openBytes('inhoud.bytes', berichtId, bytes)])),
  );
}
