import { sql } from 'kysely';
import { type Db, KEEP, recordset, rowsOf } from '../db.ts';
import type { TeSchrijven } from '../store.ts';

/**
 * Takes all claims of a transaction in one statement, in order of key, so that two transactions never wait for each other
 * in a ring. Gives the keys that belong to another owner; empty when all are ours.
 */
export async function takeClaims(db: Db, verdicts: readonly TeSchrijven[]): Promise<readonly string[]> {
  const eigenaars = new Map<string, string>();
  const dubbel = new Set<string>();
  const rijen: { sleutel: string; eigenaar: string; bericht_id: string }[] = [];
  for (const { verdict } of verdicts) {
    for (const { sleutel, eigenaar } of verdict.claims) {
      const ander = eigenaars.get(sleutel);
      if (ander === undefined) rijen.push({ sleutel, eigenaar, bericht_id: verdict.berichtId });
      else if (ander !== eigenaar) dubbel.add(sleutel);
      eigenaars.set(sleutel, eigenaar);
    }
  }
  if (dubbel.size > 0 || rijen.length === 0) return [...dubbel];
  const wens = recordset(rijen, 'sleutel text, eigenaar text, bericht_id uuid');
  const { numAffectedRows } = await sql`${KEEP}
    insert into claim (sleutel, eigenaar, bericht_id) select sleutel, eigenaar, bericht_id from ${wens}
    order by sleutel collate "C" on conflict (sleutel) do nothing`.execute(db);
  if (numAffectedRows === BigInt(rijen.length)) return [];
  // A later statement sees what others committed meanwhile.
  const vreemd = await rowsOf(
    db,
    sql<{ sleutel: string }>`
    select c.sleutel from ${wens} join claim c on c.sleutel = r.sleutel and c.eigenaar <> r.eigenaar order by c.sleutel`,
  );
  return vreemd.map((rij) => rij.sleutel);
}
