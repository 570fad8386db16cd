import { verifyAudit } from '../audit/chain.ts';
import type { AuditVerdict } from '../audit/contract.ts';
import { ensureThere, type StorePlace, withDatabase } from './idle-store.ts';
import { ensureUpToDate } from './up-to-date.ts';

/** Reads the audit of a store that is at rest, or beside the gateways on a server. */
export async function checkAudit(place: StorePlace): Promise<AuditVerdict> {
  ensureThere(place);
  return withDatabase(place, async (db) => {
    await ensureUpToDate(db);
    return verifyAudit(db);
  });
}
