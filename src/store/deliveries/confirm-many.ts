import { sql } from 'kysely';
import type { PartyScope } from '../../access/scope.ts';
import { type Db, firstOf } from '../engine/db.ts';
import { isId } from '../engine/uuid.ts';
import { by, type Delivered, TOLD } from './told.ts';

/** Many at once, in one statement. Rows are locked in the order of `rij`, as others that take several do: no deadlocks. */
export async function confirmMany(
  db: Db,
  ids: readonly string[],
  { parties }: PartyScope,
  op: Date,
  door: string | null = null,
): Promise<{ readonly known: readonly string[]; readonly nu: readonly Delivered[] }> {
  const asked = [...new Set(ids.filter(isId))];
  if (asked.length === 0) return { known: [], nu: [] };
  const these = sql`bericht_id = any(${asked}::uuid[]) and partij = any(${parties}::text[])`;
  const row = await firstOf(
    db,
    sql<{ known: readonly string[]; nu: readonly Delivered[] }>`
    with vast as materialized (
      select rij from aflevering where ${these} and not bevestigd order by rij for update
    ), nu as (
      update aflevering a set status = 'bevestigd', bevestigd = true, op = ${op}::timestamptz
      from vast where a.rij = vast.rij and not a.bevestigd returning a.bericht_id, a.partij, a.kanaal
    ), verteld as (
      ${TOLD('afgeleverd', by(door))}
    )
    select coalesce((select json_agg(distinct bericht_id) from aflevering where ${these}), '[]') as known,
      coalesce((select json_agg(verteld) from verteld), '[]') as nu`,
  );
  return { known: row?.known ?? [], nu: row?.nu ?? [] };
}
