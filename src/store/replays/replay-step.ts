import { sql } from 'kysely';
import { type Db, firstOf, inTransaction, rowsOf } from '../engine/db.ts';
import { AFRESH, beforeAgain } from '../messages/afresh.ts';
import type { HerhalingStore } from './contract.ts';
import { whyNot } from './why-not.ts';

/**
 * The next messages of the oldest that is not done, with what became of each in the same transaction: a process that is killed
 * has done the whole of it or nothing. One process at a time is at one, so the order of each lane stays. The counters of lanes
 * are locked in the order in which storing locks them.
 */
export async function replayStep(db: Db, limit: number, op: Date): ReturnType<HerhalingStore['replayStep']> {
  return inTransaction(db, async (trx) => {
    const een = await firstOf(
      trx,
      sql<{ id: string; door: string }>`
      select id, door from herhaling where klaar_op is null order by op, id limit 1 for update skip locked`,
    );
    if (een === undefined) return { looked: 0, waiting: [] };
    const waiting = await rowsOf(trx, offer(een, limit));
    const open = sql`select from herhaling_bericht where herhaling = ${een.id}::uuid and uitkomst is null`;
    await sql`
      update herhaling set klaar_op = ${op}::timestamptz where id = ${een.id}::uuid and not exists (${open})`.execute(
      trx,
    );
    return { looked: waiting.length, waiting: waiting.flatMap(({ id, laan, weer }) => (weer ? [{ id, laan }] : [])) };
  });
}

function offer({ id: herhaling, door }: { readonly id: string; readonly door: string }, limit: number) {
  const by = { door: sql`${door}::text`, herhaling: sql`${herhaling}::text` };
  return sql<{ id: string; laan: string; weer: boolean }>`
    with beurt as materialized (
      select nr, bericht_id from herhaling_bericht
      where herhaling = ${herhaling}::uuid and uitkomst is null order by nr limit ${limit}
    ), vast as materialized (
      select b.id, b.laan, t.nr, ${whyNot('b')} as waarom from beurt t join bericht b on b.id = t.bericht_id
      order by b.id for update of b
    ), kan as materialized (
      select * from vast where waarom is null
    ), teller as (
      insert into laan_teller as t (laan, volgnummer)
      select laan, count(*) from kan group by laan order by laan collate "C"
      on conflict (laan) do update set volgnummer = t.volgnummer + excluded.volgnummer returning t.laan, t.volgnummer
    ), nummer as (
      select k.id, t.volgnummer + 1 - row_number() over (partition by k.laan order by k.nr desc) as volgnummer
      from kan k join teller t on t.laan = k.laan
    ), weg as (
      delete from oorzaak o using kan where o.bericht_id = kan.id
    ), gebeurd as (
      insert into gebeurtenis (laan, onderwerp, soort, gegevens)
      select laan, id, 'opnieuw-aangeboden', ${beforeAgain(sql`kan.id`, by)} from kan order by nr
    ), weer as (
      update bericht b set ${AFRESH}, volgnummer = n.volgnummer from nummer n where b.id = n.id returning b.id
    ), gezet as (
      update herhaling_bericht h set uitkomst = case when v.id is null then 'niet-meer-aanwezig'
        else coalesce(v.waarom, 'aangeboden') end
      from beurt t left join vast v on v.nr = t.nr
      where h.herhaling = ${herhaling}::uuid and h.nr = t.nr returning h.nr
    )
    select t.bericht_id as id, coalesce(v.laan, '') as laan, w.id is not null as weer
    from gezet g join beurt t on t.nr = g.nr left join vast v on v.nr = t.nr left join weer w on w.id = v.id
    order by t.nr`;
}
