import { type RawBuilder, sql } from 'kysely';
import { type Db, rowsOf } from '../engine/db.ts';
import { over } from '../engine/over.ts';
import { isRijSleutel } from '../engine/uuid.ts';
import type { DeliveryLease, OutboxStore, Settlement } from './outbox-contract.ts';
import { type Delivered, TOLD } from './told.ts';

export function outboxStore(db: Db) {
  return over(db, { setChannel, claimDue, settleDelivery });
}

async function setChannel(db: Db, partij: string, kanaal: string): Promise<void> {
  await sql`insert into partij_kanaal (partij, kanaal) values (${partij}, ${kanaal})
    on conflict (partij) do update set kanaal = excluded.kanaal`.execute(db);
}

/**
 * The head of each party's line is found without a lock and then locked as it is: a locking clause that skips rows would
 * take the second of a line whose first somebody is at. What became of a head meanwhile is looked at again under the lock.
 */
async function claimDue(
  db: Db,
  kanaal: string,
  limit: number,
  leaseMs: number,
  op: Date,
): ReturnType<OutboxStore['claimDue']> {
  const due = (a: string) => sql`
    (coalesce(${sql.ref(`${a}.volgende_op`)} <= ${op}::timestamptz, true) or ${sql.ref(`${a}.kanaal`)} <> ${kanaal})
    and coalesce(${sql.ref(`${a}.geleased_tot`)} <= ${op}::timestamptz, true)`;
  const rijen = await rowsOf(
    db,
    sql<Omit<DeliveryLease, 'aflevering'> & { rij: number }>`
    with hoofd as materialized (
      select h.rij from partij_kanaal p cross join lateral (
        select a.rij, a.kanaal, a.volgende_op, a.geleased_tot from aflevering a
        where a.partij = p.partij and ${open('a', kanaal)} order by a.rij limit 1) h
      where p.kanaal = ${kanaal} and ${due('h')}
      order by h.volgende_op nulls first, h.rij limit ${limit}
    ), vast as (
      select a.rij from aflevering a where a.rij in (select rij from hoofd) and ${open('a', kanaal)} and ${due('a')}
      order by a.rij for update skip locked
    ), genomen as (
      update aflevering a set kanaal = ${kanaal}, pogingen = a.pogingen + 1, volgende_op = null,
        eerste_poging_op = case when a.kanaal = ${kanaal} and a.eerste_poging_op is not null then a.eerste_poging_op
          else ${op}::timestamptz end,
        geleased_tot = ${new Date(op.getTime() + leaseMs)}::timestamptz
      from vast where a.rij = vast.rij returning a.*
    )
    select g.rij, g.bericht_id as "berichtId", g.kanaal, g.partij, b.type, b.release,
      coalesce(b.afzender, b.partij) as afzender, coalesce(b.ontvanger, '') as ontvanger,
      b.in_antwoord_op as "inAntwoordOp", g.pogingen as poging, g.eerste_poging_op as "eerstePogingOp"
    from genomen g join bericht b on b.id = g.bericht_id order by g.rij`,
  );
  return rijen.map(({ rij, ...rest }) => ({ aflevering: String(rij), ...rest }));
}

/** Neither confirmed nor given up, and not lying where this very channel put it (its next moment is `infinity`). */
function open(a: string, kanaal: string): RawBuilder<unknown> {
  const kolom = (naam: string) => sql.ref(`${a}.${naam}`);
  return sql`not ${kolom('bevestigd')} and ${kolom('status')} <> 'mislukt'
    and not (${kolom('kanaal')} = ${kanaal} and coalesce(${kolom('volgende_op')} = 'infinity', false))`;
}

/** Null when it was not taken; what was told of it else, nothing when it goes again: a try that is repeated is no story. */
async function settleDelivery(
  db: Db,
  { aflevering, poging }: Pick<DeliveryLease, 'aflevering' | 'poging'>,
  afloop: Settlement,
  op: Date,
): Promise<readonly Delivered[] | null> {
  if (!isRijSleutel(aflevering)) return null;
  const mine = sql`pogingen = ${poging} and geleased_tot is not null`;
  const update = sql`
    update aflevering set geleased_tot = null, ${changes(afloop, op)}
    where rij = ${aflevering}::bigint and not bevestigd and ${afloop.kind === 'confirmed' ? sql`true` : mine}
    returning bericht_id, partij, kanaal`;
  if (afloop.kind === 'again') return (await rowsOf(db, update)).length === 0 ? null : [];
  const fout = afloop.kind === 'failed' ? sql`, 'fout', ${afloop.fout}::text` : sql``;
  const told = await rowsOf(db, sql<Delivered>`with nu as (${update}) ${TOLD(SOORT[afloop.kind], fout)}`);
  return told.length === 0 ? null : told;
}

const SOORT = { confirmed: 'afgeleverd', offered: 'aangeboden', failed: 'mislukt' } as const;

function changes(afloop: Settlement, op: Date): RawBuilder<unknown> {
  switch (afloop.kind) {
    case 'confirmed':
      return sql`status = 'bevestigd', bevestigd = true, op = ${op}::timestamptz, volgende_op = null, fout = null`;
    case 'offered':
      return sql`status = 'aangeboden', op = ${op}::timestamptz, volgende_op = 'infinity', fout = null`;
    case 'again':
      return sql`volgende_op = ${afloop.volgendeOp}::timestamptz, fout = ${afloop.fout}`;
    case 'failed':
      return sql`status = 'mislukt', op = ${op}::timestamptz, volgende_op = null, fout = ${afloop.fout}`;
  }
}
