import { sql } from 'kysely';
import type { Db } from '../engine/db.ts';
import { over } from '../engine/over.ts';
import type { InzageStore } from './contract.ts';

export function auditStore(db: Db): InzageStore {
  return over(db, { audit });
}

async function audit(db: Db, door: string, handeling: string, onderwerp: string, op: Date): Promise<void> {
  await sql`insert into inzage (op, door, handeling, onderwerp)
    values (${op}::timestamptz, ${door}, ${handeling}, ${onderwerp})`.execute(db);
}
