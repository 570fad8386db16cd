import { sql } from 'kysely';
import type { Status } from '../../verdict/verdict.ts';
import { type Db, firstOf } from '../engine/db.ts';
import { isId } from '../engine/uuid.ts';
import { AFRESH, beforeAgain } from './afresh.ts';
import type { BerichtStore } from './contract.ts';

/**
 * A message that was quarantined, or refused before any answer was made, waits again in its lane: a new volgnummer, no
 * attempts, and the clock of its receipt (docs/decisions/dates-and-clock.md). One that was judged has had its
 * retourbericht, and a message gets only one (IV028): its sender corrects it and sends a new one. A sender who was told by
 * the way that it came is told again.
 */
export async function replay(db: Db, id: string, door: string | null = null): ReturnType<BerichtStore['replay']> {
  if (!isId(id)) return { kind: 'unknown' };
  const rij = await firstOf(
    db,
    sql<{ laan: string }>`
    with vast as (
      select id, laan from bericht
      where id = ${id}::uuid and richting = 'in' and status in ('vastgelopen', 'geweigerd') for update
    ), teller as (
      update laan_teller t set volgnummer = t.volgnummer + 1 from vast where t.laan = vast.laan returning t.volgnummer
    ), weg as (
      delete from oorzaak o using vast where o.bericht_id = vast.id
    ), gebeurd as (
      insert into gebeurtenis (laan, onderwerp, soort, gegevens)
      select vast.laan, vast.id, 'opnieuw-aangeboden', ${beforeAgain(sql`vast.id`, { door: sql`${door}::text` })} from vast, teller
    ), terug as (
      update terugmelding set klaar_op = null, volgende_op = null, eerste_poging_op = null, geleased_tot = null
      where rij = (select max(t.rij) from terugmelding t join vast on t.bericht_id = vast.id)
    )
    update bericht b set ${AFRESH}, volgnummer = teller.volgnummer
    from teller where b.id = ${id}::uuid returning b.laan`,
  );
  if (rij !== undefined) return { kind: 'waiting', laan: rij.laan };
  const bestaand = await firstOf(db, sql<{ status: Status }>`select status from bericht where id = ${id}::uuid`);
  return bestaand === undefined ? { kind: 'unknown' } : { kind: 'not-allowed', status: bestaand.status };
}
