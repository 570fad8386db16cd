import { sql } from 'kysely';
import type { Db } from '../engine/db.ts';
import { StoreError } from '../engine/errors.ts';
import { over } from '../engine/over.ts';
import { isId } from '../engine/uuid.ts';
import { ROWS } from '../seal/places.ts';
import { sealOf } from '../seal/seal-of.ts';
import { auditHash, beginChain, linking, verifyAudit } from './chain.ts';
import type { AuditRow, AuditStore, Changes } from './contract.ts';

/** `changesOver` gives what may be changed within a transaction. */
export function auditStore(db: Db, changesOver: (db: Db) => Changes): AuditStore {
  return { ...over(db, { audit, verifyAudit, auditHash }), recorded: (work) => recorded(db, changesOver, work) };
}

/** What is written down when somebody opens the body of a message; it stands in the story of that message too. */
const OPENS_BODY = new Set(['bericht-geopend']);

export function opensBody(handeling: string): boolean {
  return OPENS_BODY.has(handeling);
}

async function audit(db: Db, { door, doorNaam, handeling, onderwerp, reden = null, op }: AuditRow): Promise<void> {
  await beginChain(db);
  const place = ROWS.audit({ door, handeling, onderwerp });
  const sealed = reden === null ? null : sealOf(db).text('audit.reden', place, reden);
  const geboekt = linking({ op, door, doorNaam, handeling, onderwerp, reden: sealed });
  const verteld =
    opensBody(handeling) && isId(onderwerp)
      ? sql`insert into gebeurtenis (laan, onderwerp, soort, gegevens)
          select laan, id, 'geopend', json_build_object('door', ${door}::text) from bericht where id = ${onderwerp}::uuid`
      : sql`select rij from keten`;
  await sql`with ${geboekt} ${verteld}`.execute(db);
}

/** Tried again as a whole when another process stored the same Idempotency-Key meanwhile: a second look finds it. */
async function recorded<T>(
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
