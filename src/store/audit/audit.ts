import { sql } from 'kysely';
import { type Db, rowsOf } from '../engine/db.ts';
import { StoreError } from '../engine/errors.ts';
import { over } from '../engine/over.ts';
import { isId, isRijSleutel } from '../engine/uuid.ts';
import { ROWS } from '../seal/places.ts';
import { opening, sealOf } from '../seal/seal-of.ts';
import type { RowOf } from '../tables/column-set.ts';
import { AUDIT } from '../tables/control/audit.ts';
import { auditHash, beginChain, linking, verifyAudit } from './chain.ts';
import type { AuditBeeld, AuditRow, AuditStore, Changes } from './contract.ts';

/** `changesOver` gives what may be changed within a transaction. */
export function auditStore(db: Db, changesOver: (db: Db) => Changes): AuditStore {
  return {
    ...over(db, { audit, audited, verifyAudit, auditHash }),
    recorded: (work) => recorded(db, changesOver, work),
  };
}

/** What is written down when somebody opens the body of a message; it stands in the story of that message too. */
const OPENS_BODY = new Set(['bericht-geopend']);

export function opensBody(handeling: string): boolean {
  return OPENS_BODY.has(handeling);
}

/** The one place where a row is written. */
async function audit(db: Db, row: AuditRow): Promise<void> {
  const { door, doorNaam, handeling, onderwerp, op, reden = null } = row;
  const sealed = reden === null ? null : sealOf(db).text('audit.reden', ROWS.audit(row), reden);
  await beginChain(db);
  const geboekt = linking({ op, door, doorNaam, handeling, onderwerp, reden: sealed });
  const verteld =
    opensBody(handeling) && isId(onderwerp)
      ? sql`insert into gebeurtenis (laan, onderwerp, soort, gegevens)
          select laan, id, 'geopend', json_build_object('door', ${door}::text) from bericht where id = ${onderwerp}::uuid`
      : sql`select rij from keten`;
  await sql`with ${geboekt} ${verteld}`.execute(db);
}

const GETOOND = AUDIT.pick('op', 'door', 'door_naam', 'handeling', 'onderwerp', 'reden');

async function audited(db: Db, { na, limit }: Parameters<AuditStore['audited']>[0]): Promise<AuditBeeld[]> {
  if (na !== undefined && !isRijSleutel(na)) return [];
  const rijen = await rowsOf(
    db,
    sql<RowOf<typeof GETOOND> & { readonly id: string }>`
    select i.rij::text as id, ${GETOOND.select('i')} from audit i
    where ${na === undefined ? sql`true` : sql`i.rij < ${na}::bigint`} order by i.rij desc limit ${limit}`,
  );
  return opening(db, (seal) =>
    rijen.map((rij) => ({
      ...rij,
      op: rij.op.toISOString(),
      reden: rij.reden === null ? null : seal.openText('audit.reden', ROWS.audit(rij), rij.reden),
    })),
  );
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
