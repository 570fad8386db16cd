import { sql } from 'kysely';
import type { Db } from '../engine/db.ts';
import { StoreError } from '../engine/errors.ts';
import type { AuditRow, AuditStore, Changes } from './contract.ts';

export async function audit(db: Db, { door, doorNaam, handeling, onderwerp, op }: AuditRow): Promise<void> {
  await sql`insert into inzage (op, door, door_naam, handeling, onderwerp)
    values (${op}::timestamptz, ${door}, ${doorNaam}, ${handeling}, ${onderwerp})`.execute(db);
}

/** Tried again as a whole when another process stored the same Idempotency-Key meanwhile: a second look finds it. */
export async function recorded<T>(
  db: Db,
  changesOver: (db: Db) => Changes,
  work: Parameters<AuditStore['recorded']>[0],
): Promise<T> {
  for (;;) {
    try {
      return await db.transaction().execute(async (trx) => {
        const { result, row } = await work(changesOver(trx));
        if (row !== null) await audit(trx, row);
        return result as T;
      });
    } catch (fout) {
      if (!(fout instanceof StoreError && fout.constraint === 'opdracht_idempotentie')) throw fout;
    }
  }
}
