import { sql } from 'kysely';
import { type Db, rowsOf } from '../engine/db.ts';
import { over } from '../engine/over.ts';
import { isId } from '../engine/uuid.ts';
import type { RowOf } from '../tables/column-set.ts';
import { GEBEURTENIS } from '../tables/messages/gebeurtenis.ts';
import type { GebeurtenisBeeld, GebeurtenisStore } from './contract.ts';

export function eventsStore(db: Db): GebeurtenisStore {
  return over(db, { events });
}

const GETOOND = GEBEURTENIS.pick('soort', 'op', 'gegevens');

/** What happened to a message or command, in order. */
async function events(db: Db, onderwerp: string): Promise<GebeurtenisBeeld[]> {
  if (!isId(onderwerp)) return [];
  const rijen = await rowsOf(
    db,
    sql<RowOf<typeof GETOOND> & { readonly doorNaam: string | null }>`
    select ${GETOOND.select('g')}, (select s.naam from api_sleutel s where s.id::text = g.gegevens->>'door') as "doorNaam"
    from gebeurtenis g where g.onderwerp = ${onderwerp}::uuid order by g.rij`,
  );
  return rijen.map((rij) => ({ ...rij, op: rij.op.toISOString() }));
}
