import { type RawBuilder, sql } from 'kysely';
import { goOn } from '../channels/settings.ts';
import { type Db, rowsOf } from '../engine/db.ts';
import { over } from '../engine/over.ts';
import type { DeliveryLease, OutboxStore } from './outbox-contract.ts';
import { refuseDelivery, settleDelivery } from './settle.ts';
import { ArrivedTogether } from './settle-together.ts';

export function outboxStore(db: Db) {
  const arrived = new ArrivedTogether(db);
  const operations = { setChannel, claimDue, settleDelivery, refuseDelivery, offeredDeliveries, retryNow, freeLeases };
  const bound = over(db, operations);
  return {
    ...bound,
    settleDelivery: (...[lease, afloop, op]: Parameters<typeof bound.settleDelivery>) =>
      afloop.kind === 'confirmed' ? arrived.settle(lease.aflevering, op) : bound.settleDelivery(lease, afloop, op),
  };
}

async function setChannel(db: Db, partij: string, kanaal: string): Promise<void> {
  await sql`insert into partij_kanaal as p (partij, kanaal) values (${partij}, ${kanaal})
    on conflict (partij) do update set kanaal = excluded.kanaal, versie = p.versie + 1`.execute(db);
  await goOn(db, partij, kanaal);
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
  wantsReference = false,
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
        geleased_tot = ${new Date(op.getTime() + leaseMs)}::timestamptz,
        referentie = coalesce(a.referentie, case when ${wantsReference}::boolean then gen_random_uuid()::text end)
      from vast where a.rij = vast.rij returning a.*
    )
    select g.rij, g.bericht_id as "berichtId", g.kanaal, g.partij, b.type, b.release,
      coalesce(b.afzender, b.partij) as afzender, coalesce(b.ontvanger, '') as ontvanger,
      b.in_antwoord_op as "inAntwoordOp", g.pogingen as poging, g.eerste_poging_op as "eerstePogingOp", g.referentie,
      v.via as "opVia", v.transport_id as "opTransportId", l.referentie as "opReferentie"
    from genomen g join bericht b on b.id = g.bericht_id left join bericht v on v.id = b.in_antwoord_op
      left join aflevering l on l.bericht_id = b.in_antwoord_op and l.partij = g.partij
    order by g.rij`,
  );
  return rijen.map(({ rij, ...rest }) => ({ aflevering: String(rij), ...rest }));
}

/** Neither confirmed nor given up, and not lying where this very channel put it (its next moment is `infinity`). */
function open(a: string, kanaal: string): RawBuilder<unknown> {
  const kolom = (naam: string) => sql.ref(`${a}.${naam}`);
  return sql`not ${kolom('bevestigd')} and ${kolom('status')} <> 'mislukt'
    and not (${kolom('kanaal')} = ${kanaal} and coalesce(${kolom('volgende_op')} = 'infinity', false))`;
}

/** What lies where this channel put it and is not confirmed yet, oldest first. */
async function offeredDeliveries(db: Db, kanaal: string): ReturnType<OutboxStore['offeredDeliveries']> {
  const rijen = await rowsOf(
    db,
    sql<{ rij: number; berichtId: string; partij: string; poging: number; eerstePogingOp: Date; op: Date }>`
    select a.rij, a.bericht_id as "berichtId", a.partij, a.pogingen as poging, a.eerste_poging_op as "eerstePogingOp", a.op
    from partij_kanaal p join aflevering a on a.partij = p.partij
    where p.kanaal = ${kanaal} and not a.bevestigd and a.status = 'aangeboden' and a.kanaal = ${kanaal}
      and a.volgende_op = 'infinity' order by a.rij`,
  );
  return rijen.map(({ rij, ...rest }) => ({ aflevering: String(rij), ...rest }));
}

async function retryNow(db: Db, kanaal: string): Promise<void> {
  await sql`
    update aflevering a set volgende_op = null from partij_kanaal p
    where p.kanaal = ${kanaal} and a.partij = p.partij and not a.bevestigd and a.status <> 'mislukt'
      and a.kanaal = ${kanaal} and a.volgende_op < 'infinity'`.execute(db);
}

async function freeLeases(db: Db): Promise<void> {
  await sql`update aflevering set geleased_tot = null where not bevestigd and geleased_tot is not null`.execute(db);
  await sql`update terugmelding set geleased_tot = null where klaar_op is null and geleased_tot is not null`.execute(
    db,
  );
}
