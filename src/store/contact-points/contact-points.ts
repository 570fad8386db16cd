import { sql } from 'kysely';
import { type Db, firstOf } from '../engine/db.ts';
import { over } from '../engine/over.ts';
import type { AanspreekpuntStore } from './contract.ts';

export function contactPointsStore(db: Db): AanspreekpuntStore {
  return over(db, { setContactPoint, contactPoint });
}

/** Append-only: the newest row for a gemeente and client counts. */
async function setContactPoint(db: Db, zet: Parameters<AanspreekpuntStore['setContactPoint']>[0]): Promise<void> {
  const { gemeente, client, aanbieder, door, op } = zet;
  await sql`insert into aanspreekpunt (gemeente, client, aanbieder, door, op)
    values (${gemeente}, ${client}, ${aanbieder}::text, ${door}, ${op}::timestamptz)`.execute(db);
}

/** Under any of these gemeentecodes: that of a predecessor holds until the successor says otherwise. */
async function contactPoint(
  db: Db,
  gemeenten: readonly string[],
  client: string,
): ReturnType<AanspreekpuntStore['contactPoint']> {
  const rij = await firstOf(
    db,
    sql<{ aanbieder: string | null; op: Date }>`
    select aanbieder, op from aanspreekpunt where client = ${client} and gemeente = any(${gemeenten}::text[])
    order by rij desc limit 1`,
  );
  if (rij === undefined || rij.aanbieder === null) return undefined;
  return { aanbieder: rij.aanbieder, op: rij.op.toISOString() };
}
