import { type RawBuilder, sql } from 'kysely';
import { type Db, recordset, rowsOf } from '../engine/db.ts';
import type { ClaimOptions, DeliveryLease, OutboxStore } from './outbox-contract.ts';

/**
 * The head of each party's line is found without a lock and then locked as it is, with those that follow it: a locking clause
 * that skips rows would take the second of a line whose first somebody is at. What became of them meanwhile is looked at
 * again under the lock, and only what stands together from the head on is taken: two who claim at once may each have locked
 * every other one.
 *
 * What a message answers may be taken along with it, and its reference is then made here: the table does not show it yet.
 */
export async function claimDue(
  db: Db,
  kanaal: string,
  parties: number,
  leaseMs: number,
  op: Date,
  { wantsReference = false, perParty = 1 }: ClaimOptions = {},
): ReturnType<OutboxStore['claimDue']> {
  const due = (a: string) => sql`
    ((coalesce(${sql.ref(`${a}.volgende_op`)} <= ${op}::timestamptz, true) or ${sql.ref(`${a}.kanaal`)} <> ${kanaal})
    and coalesce(${sql.ref(`${a}.geleased_tot`)} <= ${op}::timestamptz, true))`;
  const rijen = await rowsOf(
    db,
    sql<Omit<DeliveryLease, 'aflevering'> & { rij: number }>`
    with hoofd as materialized (
      select p.partij, h.rij from partij_kanaal p cross join lateral (
        select a.rij, a.kanaal, a.volgende_op, a.geleased_tot from aflevering a
        where a.partij = p.partij and ${open('a', kanaal)} order by a.rij limit 1) h
      where p.kanaal = ${kanaal} and ${due('h')}
      order by h.volgende_op nulls first, h.rij limit ${parties}
    ), rij as materialized (
      select h.partij, v.rij from hoofd h cross join lateral (
        select a.rij from aflevering a where a.partij = h.partij and a.rij >= h.rij and ${open('a', kanaal)}
        order by a.rij limit ${perParty}) v
    ), vast as materialized (
      select a.rij from aflevering a where a.rij in (select rij from rij) and ${open('a', kanaal)} and ${due('a')}
      order by a.rij for update skip locked
    ), aaneen as (
      select r.rij, bool_and(v.rij is not null) over (partition by r.partij order by r.rij) as mee
      from rij r left join vast v on v.rij = r.rij
    ), genomen as (
      update aflevering a set kanaal = ${kanaal}, pogingen = a.pogingen + 1, volgende_op = null,
        eerste_poging_op = case when a.kanaal = ${kanaal} and a.eerste_poging_op is not null then a.eerste_poging_op
          else ${op}::timestamptz end,
        geleased_tot = ${new Date(op.getTime() + leaseMs)}::timestamptz,
        referentie = coalesce(a.referentie, case when ${wantsReference}::boolean then gen_random_uuid()::text end)
      from aaneen where a.rij = aaneen.rij and aaneen.mee returning a.*
    )
    select g.rij, g.bericht_id as "berichtId", g.kanaal, g.partij, b.type, b.release,
      coalesce(b.afzender, b.partij) as afzender, coalesce(b.ontvanger, '') as ontvanger,
      b.in_antwoord_op as "inAntwoordOp", g.pogingen as poging, g.eerste_poging_op as "eerstePogingOp", g.referentie,
      v.via as "opVia", v.transport_id as "opTransportId",
      coalesce(m.referentie, l.referentie) as "opReferentie"
    from genomen g join bericht b on b.id = g.bericht_id left join bericht v on v.id = b.in_antwoord_op
      left join aflevering l on l.bericht_id = b.in_antwoord_op and l.partij = g.partij
      left join genomen m on m.rij = l.rij
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

/** The moment of the first attempt goes with the only one. */
export async function giveBack(db: Db, leases: Parameters<OutboxStore['giveBack']>[0]): Promise<void> {
  if (leases.length === 0) return;
  const rijen = leases.map(({ aflevering, poging }) => ({ rij: aflevering, poging }));
  await sql`
    update aflevering a set geleased_tot = null, pogingen = a.pogingen - 1,
      eerste_poging_op = case when a.pogingen > 1 then a.eerste_poging_op end
    from ${recordset(rijen, 'rij bigint, poging int')}
    where a.rij = r.rij and a.pogingen = r.poging and a.geleased_tot is not null and not a.bevestigd`.execute(db);
}
