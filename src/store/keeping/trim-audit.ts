import { sql } from 'kysely';
import { auditStore } from '../audit/audit.ts';
import { CUT } from '../audit/chain.ts';
import { type Db, firstOf } from '../engine/db.ts';
import type { PurgeOrder } from './contract.ts';
import type { Removed } from './tally.ts';

/** From the begin up to the first row that is kept: what is in between would break the chain. */
const DUE = (before: Date) => sql`
  select a.rij, a.op, a.hash from audit a
  where a.rij < coalesce((select min(rij) from audit where op >= ${before}::timestamptz), 9223372036854775807)`;

/**
 * Removes the begin of the audit. Its last hash becomes where the chain begins, and a new row says so: who cuts it without such
 * a row is found by `audit verify`.
 */
export async function trimAudit(db: Db, before: Date, order: PurgeOrder): Promise<Removed | undefined> {
  if (order.dryRun) {
    return firstOf(
      db,
      sql<Removed>`select count(*)::int as rows, min(op)::date::text as oldest from (${DUE(before)}) weg`,
    );
  }
  return db.transaction().execute(async (trx) => {
    await sql`select from audit_keten for update`.execute(trx);
    const last = await firstOf(
      trx,
      sql<{ rij: string; hash: string }>`
      select rij::text as rij, encode(hash, 'hex') as hash from (${DUE(before)}) weg order by weg.rij desc limit 1`,
    );
    if (last === undefined) return undefined;
    const row = { ...order.by, handeling: CUT, onderwerp: `rij ${last.rij} ${last.hash}`, op: order.now };
    await auditStore(trx, unchanging).audit(row);
    await sql`update audit_keten set begin_hash = decode(${last.hash}, 'hex')`.execute(trx);
    return firstOf(
      trx,
      sql<Removed>`with weg as (delete from audit where rij <= ${last.rij}::bigint returning op)
        select count(*)::int as rows, min(op)::date::text as oldest from weg`,
    );
  });
}

export function unchanging(): never {
  throw new Error('nothing else is changed with this row');
}
