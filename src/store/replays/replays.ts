import { type RawBuilder, sql } from 'kysely';
import { type Db, firstOf, inTransaction } from '../engine/db.ts';
import { over } from '../engine/over.ts';
import { isId } from '../engine/uuid.ts';
import { messageIds } from '../search/message-ids.ts';
import type { HerhalingBeeld, HerhalingStart, HerhalingStore, HerhalingWeigering } from './contract.ts';
import { replayStep } from './replay-step.ts';
import { REPLAYABLE, whyNot } from './why-not.ts';

export function replaysStore(db: Db): HerhalingStore {
  return over(db, { startReplays, replays, replayStep });
}

/** More than any store has: all that fits. */
const ALLE = 1_000_000_000;

/** Ids of all that fits. Each status by itself: a list of one status is read from its own place in the index. */
function fitting(filter: HerhalingStart['filter']): RawBuilder<unknown> {
  const statussen = filter.status === undefined ? REPLAYABLE : [filter.status];
  const delen = statussen.flatMap((status) => messageIds({ ...filter, status, limit: ALLE }) ?? []);
  return sql.join(
    delen.map((deel) => sql`(${deel})`),
    sql` union all `,
  );
}

async function startReplays(db: Db, start: HerhalingStart): Promise<HerhalingBeeld> {
  const { id, filter, door, op, proef } = start;
  return inTransaction(db, async (trx) => {
    // What can go is kept one by one unless this is a trial; the rest is counted at once, for nothing will come of it.
    await sql`
      with past as materialized (
        select b.id, b.laan, b.volgnummer, ${whyNot('b')} as waarom from bericht b where b.id in (${fitting(filter)})
      ), mee as (
        insert into herhaling_bericht (herhaling, nr, bericht_id)
        select ${id}::uuid, row_number() over (order by laan collate "C", volgnummer), past.id
        from past where waarom is null and not ${proef}::boolean
        returning 1
      ), rest as (
        select coalesce(waarom, 'aangeboden') as wat, count(*) as aantal from past
        where waarom is not null or ${proef}::boolean group by 1
      ), hoeveel as (
        select (select count(*) from past) as gevraagd, (select count(*) from mee) as mee
      )
      insert into herhaling (id, door, proef, gevraagd, uitkomst, op, klaar_op)
      select ${id}::uuid, ${door}, ${proef}::boolean, gevraagd, (select json_object_agg(wat, aantal) from rest),
        ${op}::timestamptz, case when mee = 0 then ${op}::timestamptz end
      from hoeveel`.execute(trx);
    const beeld = await replays(trx, id);
    if (beeld === undefined) throw new Error('what was asked to be judged again was not kept');
    return beeld;
  });
}

interface Rij {
  readonly id: string;
  readonly door: string;
  readonly proef: boolean;
  readonly gevraagd: number;
  readonly op: Date;
  readonly klaarOp: Date | null;
  readonly vooraf: Readonly<Record<string, number>> | null;
  readonly gedaan: Readonly<Record<string, number>> | null;
}

async function replays(db: Db, id: string): Promise<HerhalingBeeld | undefined> {
  if (!isId(id)) return undefined;
  const rij = await firstOf(
    db,
    sql<Rij>`
    select h.id, h.door, h.proef, h.gevraagd, h.op, h.klaar_op as "klaarOp", h.uitkomst as vooraf,
      (select json_object_agg(uitkomst, aantal) from (
        select uitkomst, count(*) as aantal from herhaling_bericht i where i.herhaling = h.id and uitkomst is not null
        group by uitkomst) t) as gedaan
    from herhaling h where h.id = ${id}::uuid`,
  );
  if (rij === undefined) return undefined;
  const { vooraf, gedaan, klaarOp, op, ...rest } = rij;
  const { aangeboden = 0, ...geweigerd } = opgeteld(vooraf ?? {}, gedaan ?? {});
  return { ...rest, aangeboden, geweigerd, klaar: klaarOp !== null, op: op.toISOString() };
}

type Telling = Readonly<Partial<Record<HerhalingWeigering | 'aangeboden', number>>>;

function opgeteld(...tellingen: readonly Readonly<Record<string, number>>[]): Telling {
  const som: Record<string, number> = {};
  for (const [wat, aantal] of tellingen.flatMap((telling) => Object.entries(telling))) {
    som[wat] = (som[wat] ?? 0) + aantal;
  }
  return som;
}
