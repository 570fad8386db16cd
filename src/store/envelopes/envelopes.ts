import { sql } from 'kysely';
import { type Db, firstOf } from '../engine/db.ts';
import { over } from '../engine/over.ts';
import type { EnvelopeEnd, EnvelopeStore, KeptEnvelope, ReferenceUse, SentEnvelope } from './contract.ts';

export function envelopesStore(db: Db): EnvelopeStore {
  return over(db, { useReference, endReference, sentEnvelope });
}

async function useReference(db: Db, envelope: SentEnvelope, op: Date): Promise<ReferenceUse> {
  const { partij, referentienummer, soort, crossRefnummer, sha256, ontvanger, details } = envelope;
  const nieuw = await firstOf(
    db,
    sql`
    insert into stuf_envelop (partij, referentienummer, soort, cross_refnummer, sha256, ontvanger, details, op)
    values (${partij}, ${referentienummer}, ${soort}, ${crossRefnummer}::text, ${sha256}, ${ontvanger}, ${details},
      ${op}::timestamptz)
    on conflict (partij, referentienummer) do nothing returning partij`,
  );
  if (nieuw !== undefined) return 'new';
  const rij = await firstOf(
    db,
    sql<{ zelfde: boolean; klaar: boolean }>`
    select sha256 = ${sha256} as zelfde, bericht_id is not null or reden is not null as klaar
    from stuf_envelop where partij = ${partij} and referentienummer = ${referentienummer}`,
  );
  if (rij === undefined) throw new Error('a number that was used is gone');
  if (!rij.zelfde) return 'other';
  return rij.klaar ? 'done' : 'open';
}

async function endReference(db: Db, partij: string, referentienummer: string, end: EnvelopeEnd): Promise<void> {
  const [berichtId, reden] = end.kind === 'stored' ? [end.berichtId, null] : [null, end.reden];
  await sql`
    update stuf_envelop set bericht_id = ${berichtId}::uuid, reden = ${reden}::text
    where partij = ${partij} and referentienummer = ${referentienummer} and bericht_id is null and reden is null`.execute(
    db,
  );
}

async function sentEnvelope(db: Db, partij: string, referentienummer: string): Promise<KeptEnvelope | undefined> {
  return firstOf(
    db,
    sql<KeptEnvelope>`
    select partij, referentienummer, soort, cross_refnummer as "crossRefnummer", ontvanger, details, reden
    from stuf_envelop where partij = ${partij} and referentienummer = ${referentienummer}`,
  );
}
