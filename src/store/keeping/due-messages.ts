import { type RawBuilder, sql } from 'kysely';
import { type Db, recordset, rowsOf } from '../engine/db.ts';
import { firstIdAt } from '../engine/uuid.ts';
import { TABLES } from '../tables/tables.ts';
import type { Cutoffs } from './cutoffs.ts';
import { type Unit, unitRows } from './due-units.ts';

/** A message or command that goes, and the moment from which it was kept. */
export interface Due {
  readonly id: string;
  readonly op: Date;
}

export interface PageAsked {
  readonly after: string;
  readonly limit: number;
  readonly gone: readonly Unit[];
  /** Only exchanges that begin with these. */
  readonly roots?: readonly string[] | null;
}

export interface MessagePage {
  readonly due: readonly Due[];
  /** Of the last exchange that was looked at; null when there are no more. */
  readonly next: string | null;
}

/** The first id there is. */
export const FIRST = '00000000-0000-0000-0000-000000000000';

/**
 * Exchanges (a message with all that answers it) of which every message is old enough and none is needed, in order of the
 * first. `gone`: units that go in the same run and so need nothing any more.
 */
export async function dueMessages(
  db: Db,
  cutoff: Cutoffs,
  { after, limit, gone, roots: of = null }: PageAsked,
): Promise<MessagePage> {
  const before = cutoff('berichten');
  const rows = await rowsOf(
    db,
    sql<{ wortel: string; id: string | null; op: Date | null }>`
    with recursive wortel as (
      select id from bericht where in_antwoord_op is null and id > ${after}::uuid and id < ${firstIdAt(before)}::uuid
        and ontvangen_op < ${before}::timestamptz and ${of === null ? sql`true` : sql`id = any(${of}::uuid[])`}
      order by id limit ${limit}
    ), boom as (
      select id as wortel, id from wortel
      union all select boom.wortel, b.id from boom join bericht b on b.in_antwoord_op = boom.id
    ), blijft as (
      select distinct boom.wortel from boom join bericht b on b.id = boom.id
      where b.ontvangen_op >= ${before}::timestamptz or ${needed(cutoff, gone)}
    )
    select wortel.id as wortel, b.id, b.ontvangen_op as op from wortel
      left join blijft on blijft.wortel = wortel.id
      left join boom on boom.wortel = wortel.id and blijft.wortel is null
      left join bericht b on b.id = boom.id
    order by wortel.id`,
  );
  const due = rows.flatMap(({ id, op }) => (id === null || op === null ? [] : [{ id, op }]));
  const roots = new Set(rows.map(({ wortel }) => wortel));
  return { due, next: roots.size < limit ? null : (rows.at(-1)?.wortel ?? null) };
}

/** Whether something stands in the way of removing message `b`. */
export function needed(cutoff: Cutoffs, gone: readonly Unit[]): RawBuilder<unknown> {
  return sql`(b.status in ('ontvangen', 'vastgelopen')
    or exists (select from aflevering x where x.bericht_id = b.id and x.status in ('wacht', 'aangeboden'))
    or exists (select from terugmelding x where x.bericht_id = b.id and x.klaar_op is null)
    or exists (select from termijn x where x.bericht_id = b.id and x.klaar_op is null)
    or exists (select from werkbak x where x.bericht_id = b.id and x.gesloten_op is null)
    or exists (select from herhaling_bericht x where x.bericht_id = b.id and x.uitkomst is null)
    or exists (select from (${IN_DOSSIERS}) x where x.bericht_id = b.id and not exists (
      select from ${unitRows(gone)} where e.gemeente = x.gemeente and e.aanbieder = x.aanbieder and e.client = x.client))
    or ${longer(cutoff)})`;
}

/** Messages of which a dossier was made: they stay as long as it does. */
const IN_DOSSIERS = sql.raw(`
  select bericht_id, gemeente, aanbieder, client from toewijzing
  union all select bericht_id, gemeente, aanbieder, client from toewijzing_versie
  union all select bericht_id, gemeente, aanbieder, client from client_gegevens
  union all select bericht_id, gemeente, aanbieder, client from regie
  union all select verwijderd_door, gemeente, aanbieder, client from regie where verwijderd_door is not null
  union all select bericht_id, gemeente, aanbieder, client from verzoek
  union all select beslist_door, gemeente, aanbieder, client from verzoek where beslist_door is not null
  union all select bericht_id, gemeente, aanbieder, client from werkbak`);

/** What goes with a message and is of a kind that is kept longer than messages are keeps its message that long. */
function longer(cutoff: Cutoffs): RawBuilder<unknown> {
  const each = TABLES.flatMap(({ name, policy: { keep, purge } }) =>
    'with' in purge && purge.with === 'bericht' && keep !== 'berichten'
      ? [
          sql`b.ontvangen_op >= ${cutoff(keep)}::timestamptz
            and exists (select from ${sql.table(name)} x where x.${sql.ref(purge.by)} = b.id)`,
        ]
      : [],
  );
  return sql.join(each, sql` or `);
}

/** These as rows `w` to join with. */
export function subjectRows(subjects: readonly Due[]): RawBuilder<unknown> {
  return recordset(subjects, 'id uuid, op timestamptz', 'w');
}
