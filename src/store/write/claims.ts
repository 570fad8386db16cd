import { sql } from 'kysely';
import { type Db, inSteps, KEEP, rowsOf, type Statement } from '../engine/db.ts';
import type { TeSchrijven } from '../lanes/contract.ts';
import type { RowOf } from '../tables/column-set.ts';
import { CLAIM } from '../tables/lanes/claim.ts';
import { CLAIM_VREEMD } from './eis.ts';

type Wens = RowOf<typeof CLAIM>;

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
      if (eerder === undefined) wensen.set(sleutel, { sleutel, eigenaar, berichtId: verdict.berichtId });
      else if (eerder.eigenaar !== eigenaar) dubbel.add(sleutel);
    }
  }
  return { wensen: [...wensen.values()], dubbel: [...dubbel] };
}

/**
 * Takes all claims of a transaction in order of key (rows of a record set keep theirs), so that two transactions cannot
 * deadlock. What we own already is touched, which shows that it is ours; a claim of another ends the transaction.
 */
export function* takeClaims({ wensen }: Claims): Generator<Statement> {
  const inOrder = wensen.toSorted((a, b) => (a.sleutel < b.sleutel ? -1 : 1));
  for (const step of inSteps(inOrder)) {
    yield sql`${KEEP}
    with genomen as (
      insert into claim as c (${CLAIM.names()}) select ${CLAIM.of('r')} from ${CLAIM.rows(step)}
      on conflict (sleutel) do update set eigenaar = c.eigenaar where c.eigenaar = excluded.eigenaar returning sleutel
    )
    select eis((select count(*) from genomen) = ${step.length}::int, ${CLAIM_VREEMD})`;
  }
}

/** Of these claims the keys that another owner has. */
export async function vreemdeClaims(db: Db, { wensen }: Claims): Promise<readonly string[]> {
  const vreemd = await rowsOf(
    db,
    sql<{ sleutel: string }>`
    select c.sleutel from ${CLAIM.rows(wensen)} join claim c on c.sleutel = r.sleutel and c.eigenaar <> r.eigenaar order by c.sleutel`,
  );
  return vreemd.map((rij) => rij.sleutel);
}
