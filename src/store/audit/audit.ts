import { sql } from 'kysely';
import type { Db } from '../engine/db.ts';
import { over } from '../engine/over.ts';
import { isId } from '../engine/uuid.ts';
import type { InzageStore } from './contract.ts';

export function auditStore(db: Db): InzageStore {
  return over(db, { audit });
}

/** What is written down when somebody opens the body of a message; it stands in the story of that message too. */
const OPENS_BODY = new Set(['bericht-geopend']);

export function opensBody(handeling: string): boolean {
  return OPENS_BODY.has(handeling);
}

async function audit(db: Db, door: string, handeling: string, onderwerp: string, op: Date): Promise<void> {
  const geboekt = sql`insert into inzage (op, door, handeling, onderwerp)
    values (${op}::timestamptz, ${door}, ${handeling}, ${onderwerp})`;
  if (!opensBody(handeling) || !isId(onderwerp)) {
    await geboekt.execute(db);
    return;
  }
  await sql`with geboekt as (${geboekt})
    insert into gebeurtenis (laan, onderwerp, soort, gegevens)
    select laan, id, 'geopend', json_build_object('door', ${door}::text) from bericht where id = ${onderwerp}::uuid`.execute(
    db,
  );
}
