import { type RawBuilder, sql } from 'kysely';
import { type Db, rowsOf } from '../engine/db.ts';
import { isRijSleutel } from '../engine/uuid.ts';
import type { DeliveryLease, Settlement } from './outbox-contract.ts';
import { arrived, failed } from './party-way.ts';
import { type Delivered, TOLD } from './told.ts';

/** Null when it was not taken; what was told of it else, nothing when it goes again: a try that is repeated is no story. */
export async function settleDelivery(
  db: Db,
  { aflevering, poging }: Pick<DeliveryLease, 'aflevering' | 'poging'>,
  afloop: Settlement,
  op: Date,
): Promise<readonly Delivered[] | null> {
  if (!isRijSleutel(aflevering)) return null;
  // Whoever put it where the party takes it may say later that it did not work after all.
  const mine = sql`pogingen = ${poging} and (geleased_tot is not null or coalesce(volgende_op = 'infinity', false))`;
  const update = sql`
    update aflevering set geleased_tot = null, ${changes(afloop, op)}
    where rij = ${aflevering}::bigint and not bevestigd and ${afloop.kind === 'confirmed' ? sql`true` : mine}
    returning bericht_id, partij, kanaal`;
  const way = wayOf(afloop, op);
  if (afloop.kind === 'again') {
    const nu = await rowsOf(db, sql`with nu as (${update}), ${way} select partij from nu`);
    return nu.length === 0 ? null : [];
  }
  const fout = afloop.kind === 'failed' ? sql`, 'fout', ${afloop.fout}::text` : sql``;
  const told = await rowsOf(
    db,
    sql<Delivered>`with nu as (${update}), ${way}, verteld as (${TOLD(SOORT[afloop.kind], fout)}) select * from verteld`,
  );
  return told.length === 0 ? null : told;
}

/** The party said later, by the id of the delivery, that it does not take what it got. */
export async function refuseDelivery(
  db: Db,
  partij: string,
  referentie: string,
  fout: string,
  op: Date,
): Promise<readonly Delivered[]> {
  const afloop = { kind: 'failed', fout, lasting: true } as const;
  return rowsOf(
    db,
    sql<Delivered>`
    with nu as (
      update aflevering set geleased_tot = null, bevestigd = false, ${changes(afloop, op)}
      where partij = ${partij} and referentie = ${referentie} and status <> 'mislukt' returning bericht_id, partij, kanaal
    ), ${wayOf(afloop, op)}, verteld as (${TOLD('mislukt', sql`, 'fout', ${fout}::text`)}) select * from verteld`,
  );
}

const SOORT = { confirmed: 'afgeleverd', offered: 'aangeboden', failed: 'mislukt' } as const;

function wayOf(afloop: Settlement, op: Date): RawBuilder<unknown> {
  if (afloop.kind === 'confirmed' || afloop.kind === 'offered') return arrived(op);
  return failed(afloop.fout, afloop.kind === 'failed' && afloop.lasting, op);
}

function changes(afloop: Settlement, op: Date): RawBuilder<unknown> {
  switch (afloop.kind) {
    case 'confirmed':
      return sql`status = 'bevestigd', bevestigd = true, op = ${op}::timestamptz, volgende_op = null, fout = null`;
    case 'offered':
      return sql`status = 'aangeboden', op = ${op}::timestamptz, volgende_op = 'infinity', fout = null`;
    case 'again':
      return sql`status = 'wacht', volgende_op = ${afloop.volgendeOp}::timestamptz, fout = ${afloop.fout}`;
    case 'failed':
      return sql`status = 'mislukt', op = ${op}::timestamptz, volgende_op = null, fout = ${afloop.fout}`;
  }
}
