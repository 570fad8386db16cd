import { sql } from 'kysely';
import { type Db, KEEP, recordset, rowsOf, type Statement } from '../engine/db.ts';
import type { TeSchrijven } from '../lanes/contract.ts';
import { CLAIM_VREEMD } from './eis.ts';

interface Wens {
  readonly sleutel: string;
  readonly eigenaar: string;
  readonly bericht_id: string;
}

export interface Claims {
  readonly wensen: readonly Wens[];
  /** Keys that verdicts of one and the same transaction want for different owners. */
  readonly dubbel: readonly string[];
}

export function claimsVan(verdicts: readonly TeSchrijven[]): Claims {
  const wensen = new Map<string, Wens>();
  const dubbel = new Set<string>();
  for (const { verdict } of verdicts) {
    for (const { sleutel, eigenaar } of verdict.claims) {
      const eerder = wensen.get(sleutel);
      if (eerder === undefined) wensen.set(sleutel, { sleutel, eigenaar, bericht_id: verdict.berichtId });
      else if (eerder.eigenaar !== eigenaar) dubbel.add(sleutel);
    }
  }
  return { wensen: [...wensen.values()], dubbel: [...dubbel] };
}

/**
 * Takes all claims of a transaction in one statement, in order of key, so that two transactions cannot
 * deadlock. What we own already is touched, which shows that it is ours; a claim of another ends the transaction.
 */
export function takeClaims({ wensen }: Claims): Statement[] {
  if (wensen.length === 0) return [];
  return [
    sql`${KEEP}
    with genomen as (
      insert into claim as c (sleutel, eigenaar, bericht_id) select sleutel, eigenaar, bericht_id from ${wens(wensen)}
      order by sleutel collate "C"
      on conflict (sleutel) do update set eigenaar = c.eigenaar where c.eigenaar = excluded.eigenaar returning sleutel
    )
    select eis((select count(*) from genomen) = ${wensen.length}::int, ${CLAIM_VREEMD})`,
  ];
}

/** Of these claims the keys that another owner has. */
export async function vreemdeClaims(db: Db, { wensen }: Claims): Promise<readonly string[]> {
  const vreemd = await rowsOf(
    db,
    sql<{ sleutel: string }>`
    select c.sleutel from ${wens(wensen)} join claim c on c.sleutel = r.sleutel and c.eigenaar <> r.eigenaar order by c.sleutel`,
  );
  return vreemd.map((rij) => rij.sleutel);
}

function wens(wensen: readonly Wens[]) {
  return recordset(wensen, 'sleutel text, eigenaar text, bericht_id uuid');
}
