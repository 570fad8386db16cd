import { sql } from 'kysely';
import { goOn } from '../channels/settings.ts';
import { type Db, rowsOf } from '../engine/db.ts';
import { over } from '../engine/over.ts';
import { claimDue, giveBack } from './claim.ts';
import type { OutboxStore } from './outbox-contract.ts';
import { refuseDelivery, settleDelivery } from './settle.ts';
import { ArrivedTogether } from './settle-together.ts';
import { smallBodies } from './small-bodies.ts';

export function outboxStore(db: Db) {
  const arrived = new ArrivedTogether(db);
  const operations = {
    ...{ setChannel, claimDue, giveBack, smallBodies, settleDelivery, refuseDelivery, offeredDeliveries },
    ...{ retryNow, freeLeases },
  };
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
