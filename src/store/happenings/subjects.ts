import { sql } from 'kysely';
import { type Db, rowsOf } from '../engine/db.ts';
import type { EventSubject } from './contract.ts';

interface SubjectRow extends Omit<EventSubject, 'known'> {
  readonly id: string;
}

const UNKNOWN: EventSubject = { known: false, sender: null, recipients: [], regio: null, type: null };

/** Whose these messages and commands are, by id; what is not there any more is of nobody. */
export async function subjects(db: Db, ids: readonly (string | null)[]): Promise<(id: string | null) => EventSubject> {
  const asked = [...new Set(ids.filter((id) => id !== null))];
  if (asked.length === 0) return () => UNKNOWN;
  const rows = await rowsOf(
    db,
    sql<SubjectRow>`
    select b.id, b.partij as sender, b.regio, b.type, coalesce(
      (select json_agg(a.partij order by a.rij) from aflevering a where a.bericht_id = b.id), '[]') as recipients
    from bericht b where b.id = any(${asked}::uuid[])
    union all
    select o.id, o.partij, o.regio, null, '[]'::json from opdracht o where o.id = any(${asked}::uuid[])`,
  );
  const found = new Map(rows.map(({ id, ...row }) => [id, { known: true, ...row }]));
  return (id) => found.get(id ?? '') ?? UNKNOWN;
}
