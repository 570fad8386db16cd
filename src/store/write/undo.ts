import { sql } from 'kysely';
import type { Claim } from '../../rules/kennis.ts';
import { type Db, KEEP, recordset } from '../db.ts';

/**
 * What else refused messages brought counts as never sent: starts and stops (what they removed stands again), requests,
 * declaraties, and the terms that began with them. A term that a refused start or stop ended runs again.
 */
export async function undo(db: Db, ids: readonly string[]): Promise<void> {
  const deze = sql`any(${ids}::uuid[])`;
  await sql`
    update termijn t set klaar_op = null from regie r
    where r.bericht_id = ${deze} and r.verwijderd_door is null and t.laan = r.laan
      and t.sleutel = r.soort || '|' || r.gemeente || '|' || r.toewijzing_nummer`.execute(db);
  await sql`update regie set verwijderd_door = null
    where verwijderd_door = ${deze} and bericht_id <> verwijderd_door`.execute(db);
  await sql`update regie set verwijderd_door = bericht_id where bericht_id = ${deze} and verwijderd_door is null`.execute(
    db,
  );
  await sql`delete from verzoek where bericht_id = ${deze} and stand in ('open', 'onderzoek')`.execute(db);
  await sql`delete from declaratie where bericht_id = ${deze}`.execute(db);
  await sql`update termijn set klaar_op = now() where bericht_id = ${deze} and klaar_op is null`.execute(db);
}

/** Claims that may be made again; only of the owner that lost them. */
export async function releaseClaims(db: Db, claims: readonly Claim[]): Promise<void> {
  if (claims.length === 0) return;
  await sql`${KEEP}
    delete from claim c using ${recordset(claims, 'sleutel text, eigenaar text')}
    where c.sleutel = r.sleutel and c.eigenaar = r.eigenaar`.execute(db);
}
