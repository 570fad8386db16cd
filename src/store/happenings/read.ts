import { sql } from 'kysely';
import { type GebeurtenisRij, happeningOf } from '../../happenings/stored.ts';
import { type Db, firstOf, rowsOf } from '../engine/db.ts';
import { over } from '../engine/over.ts';
import type { HappeningStore } from './contract.ts';
import { subjects } from './subjects.ts';

export function happeningsStore(db: Db): HappeningStore {
  return over(db, { happeningsAfter, eventsAfter, isPosition, presentPosition });
}

interface Position {
  readonly tx: string;
  readonly rij: string;
}

/**
 * A transaction gets its number when it first writes and keeps it to its commit, so below the lowest number that is under
 * way every transaction has ended, and none will begin. Up to there (tx, rij) is an order in which nothing comes in before
 * what was read. `rij` alone is not: it is given out at the insert, and a lane that commits late would be skipped.
 */
async function happeningsAfter(
  db: Db,
  position: string | null,
  limit: number,
): ReturnType<HappeningStore['happeningsAfter']> {
  const after = position === null ? BEFORE_ALL : parse(position);
  if (after === undefined) return undefined;
  // A row that was restored into another database stands under transaction 0 there (see `rebase`).
  const rijen = await rowsOf(
    db,
    sql<GebeurtenisRij & { tx: string; rij: number; op: Date; versie: number }>`
    with na as materialized (
      select case when exists (select from gebeurtenis where tx = '0'::xid8 and rij = ${after.rij}::bigint)
        then '0'::xid8 else ${after.tx}::xid8 end as tx
    )
    select g.tx::text as tx, g.rij, g.op, g.versie, g.soort, g.laan, g.onderwerp, g.gegevens from gebeurtenis g
    where (g.tx, g.rij) > ((select tx from na), ${after.rij}::bigint)
      and g.tx < pg_snapshot_xmin(pg_current_snapshot())
    order by g.tx, g.rij limit ${limit}`,
  );
  const happenings = rijen.map(({ tx, rij, op, versie, ...rest }) => {
    return { position: `${tx}-${rij}`, op: op.toISOString(), version: versie, happening: happeningOf(rest) };
  });
  return { happenings, position: happenings.at(-1)?.position ?? position };
}

async function eventsAfter(db: Db, position: string | null, limit: number): ReturnType<HappeningStore['eventsAfter']> {
  const page = await happeningsAfter(db, position, limit);
  if (page === undefined) return undefined;
  const of = await subjects(
    db,
    page.happenings.map(({ happening }) => happening?.subject ?? null),
  );
  return {
    events: page.happenings.map((placed) => ({ ...placed, of: of(placed.happening?.subject ?? null) })),
    position: page.position,
  };
}

/** A restored database lies behind the positions that were given out after its backup; some of its own it knows still. */
async function isPosition(db: Db, position: string): Promise<boolean> {
  const at = parse(position);
  if (at === undefined) return false;
  const row = await firstOf(
    db,
    sql<{ known: boolean }>`select ${at.tx}::xid8 <= pg_snapshot_xmax(pg_current_snapshot())
      or exists (select from gebeurtenis where tx = '0'::xid8 and rij = ${at.rij}::bigint) as known`,
  );
  return row?.known === true;
}

async function presentPosition(db: Db): Promise<string> {
  const rij = await firstOf(db, sql<{ tx: string }>`select pg_snapshot_xmin(pg_current_snapshot())::text as tx`);
  return `${rij?.tx ?? '0'}-0`;
}

/**
 * Transactions of a database that was restored into another server bear numbers which that server has yet to come to:
 * they would be read only then, between others. All that is there becomes one first transaction, in the order of `rij`. At
 * each start; finds nothing elsewhere.
 */
export async function rebase(db: Db): Promise<void> {
  await sql`update gebeurtenis set tx = '0' where tx <> '0' and exists (
    select from gebeurtenis where tx >= pg_snapshot_xmax(pg_current_snapshot()))`.execute(db);
}

const BEFORE_ALL: Position = { tx: '0', rij: '0' };

function parse(position: string): Position | undefined {
  const [, tx, rij] = /^(\d{1,19})-(\d{1,18})$/.exec(position) ?? [];
  return tx === undefined || rij === undefined ? undefined : { tx, rij };
}
