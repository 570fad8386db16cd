import { sql } from 'kysely';
import type { Via } from '../../access/envelope.ts';
import { type Db, KEEP, recordset, rowsOf } from '../engine/db.ts';
import { over } from '../engine/over.ts';
import type { Feedback, FeedbackSettlement, FeedbackStore } from './contract.ts';

export function feedbackStore(db: Db): FeedbackStore {
  return over(db, { claimFeedback, settleFeedback, addFeedback });
}

/** A process that is killed keeps what it took until its lease ends; others pass over it. */
async function claimFeedback(db: Db, via: Via, limit: number, leaseMs: number, op: Date): Promise<readonly Feedback[]> {
  const rijen = await rowsOf(
    db,
    sql<Omit<Feedback, 'id'> & { rij: number }>`
    with nu as (
      select t.rij from terugmelding t left join bericht b on b.id = t.bericht_id
      where t.via = ${via} and t.klaar_op is null
        and (t.code is not null or b.status not in ('ontvangen', 'vastgelopen'))
        and coalesce(t.volgende_op <= ${op}::timestamptz, true) and coalesce(t.geleased_tot <= ${op}::timestamptz, true)
      order by t.rij limit ${limit} for update of t skip locked
    ), genomen as (
      update terugmelding t set pogingen = t.pogingen + 1, volgende_op = null,
        eerste_poging_op = coalesce(t.eerste_poging_op, ${op}::timestamptz),
        geleased_tot = ${new Date(op.getTime() + leaseMs)}::timestamptz
      from nu where nu.rij = t.rij returning t.*
    )
    select g.rij, g.partij, g.transport_id as "transportId", g.bericht_id as "berichtId", b.status, g.code,
      g.pogingen as poging, g.eerste_poging_op as "eerstePogingOp"
    from genomen g left join bericht b on b.id = g.bericht_id order by g.rij`,
  );
  return rijen.map(({ rij, ...rest }) => ({ id: String(rij), ...rest }));
}

async function settleFeedback(db: Db, afloop: Parameters<FeedbackStore['settleFeedback']>[0], op: Date): Promise<void> {
  if (afloop.length === 0) return;
  const rijen = afloop.map(({ feedback, settlement }) => ({
    rij: feedback.id,
    poging: feedback.poging,
    ...columnsOf(settlement),
  }));
  // Each is found by its key: joined straight to rows of which the planner knows nothing, the whole table was read (11 ms
  // for fifty rows among six thousand, and more with every message that ever came). That it is open is asked afterwards, or
  // the index of what is open is gone through for it.
  await sql`${KEEP}
    with afloop as materialized (
      select * from ${recordset(rijen, 'rij bigint, poging int, volgende timestamptz, fout text')}
    ), vast as materialized (
      select t.rij from terugmelding t where t.rij = any(array(select a.rij from afloop a)) order by t.rij for update
    )
    update terugmelding t set geleased_tot = null, fout = a.fout, volgende_op = a.volgende,
      klaar_op = case when a.volgende is null then ${op}::timestamptz end
    from vast join afloop a on a.rij = vast.rij
    where t.rij = vast.rij and t.pogingen = a.poging and t.klaar_op is null`.execute(db);
}

function columnsOf(settlement: FeedbackSettlement) {
  if (settlement.kind === 'told') return { volgende: null, fout: null };
  const volgende = settlement.kind === 'again' ? settlement.volgendeOp.toISOString() : null;
  return { volgende, fout: settlement.fout };
}

async function addFeedback(db: Db, nieuw: Parameters<FeedbackStore['addFeedback']>[0]): Promise<void> {
  const { via, partij, transportId, code } = nieuw;
  await sql`
    insert into terugmelding (via, partij, transport_id, code) select ${via}, ${partij}, ${transportId}, ${code}
    where not exists (select from terugmelding t where t.via = ${via} and t.klaar_op is null and t.partij = ${partij}
      and t.transport_id = ${transportId} and t.code = ${code})`.execute(db);
}
