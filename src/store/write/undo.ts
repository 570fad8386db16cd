import { sql } from 'kysely';
import type { Claim } from '../../dossier/claim.ts';
import { KEEP, type Statement } from '../engine/db.ts';
import { TOEWIJZING } from '../tables/dossier/toewijzing.ts';
import { CLAIM, CLAIM_RECORD } from '../tables/lanes/claim.ts';
import type { Mutaties } from './rows.ts';

/**
 * What else refused messages brought counts as never sent: starts and stops (what they removed stands again), requests,
 * declaraties, and the terms that began with them. A start that was refused stays away, even when its removal is refused
 * later. A term that a refused start or stop ended runs again.
 */
export function undo(ids: readonly string[]): Statement[] {
  const deze = sql`any(${ids}::uuid[])`;
  return [
    sql`
    update termijn t set klaar_op = null from regie r
    where r.bericht_id = ${deze} and r.verwijderd_door is null and t.laan = r.laan
      and t.sleutel = r.soort || '|' || r.gemeente || '|' || r.toewijzing_nummer`,
    sql`update regie set verwijderd_door = null
    where verwijderd_door = ${deze} and bericht_id <> verwijderd_door`,
    sql`update regie set verwijderd_door = bericht_id where bericht_id = ${deze}`,
    sql`delete from verzoek where bericht_id = ${deze} and stand in ('open', 'onderzoek')`,
    sql`delete from declaratie where bericht_id = ${deze}`,
    sql`update termijn set klaar_op = now() where bericht_id = ${deze} and klaar_op is null`,
  ];
}

/** Claims that may be made again; only of the owner that lost them. */
export function releaseClaims(claims: readonly Claim[]): Statement[] {
  if (claims.length === 0) return [];
  return [
    sql`${KEEP}
    delete from claim c using ${CLAIM_RECORD.rows(claims)}
    where c.sleutel = r.sleutel and c.eigenaar = r.eigenaar`,
  ];
}

const NUMMER = CLAIM.pick('sleutel').and(TOEWIJZING.pick('gemeente', 'nummer').columns);

/** Claims on ToewijzingNummers that no toewijzing has any more; after what was refused is gone. */
export function releaseNumbers(nummers: Mutaties['nummersVrij']): Statement[] {
  if (nummers.length === 0) return [];
  return [
    sql`${KEEP}
    delete from claim c using ${NUMMER.rows(nummers)}
    where c.sleutel = r.sleutel
      and not exists (select from toewijzing t where t.gemeente = r.gemeente and t.nummer = r.nummer)`,
  ];
}
