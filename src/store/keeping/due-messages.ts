import { type RawBuilder, sql } from 'kysely';
import { type Db, recordset, rowsOf } from '../engine/db.ts';
import { firstIdAt } from '../engine/uuid.ts';
import { TABLES } from '../tables/tables.ts';
import type { Cutoffs } from './cutoffs.ts';
import { ofNone, type Unit } from './due-units.ts';

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
 *
 * First which messages those are, then what needs any of them: with their ids as a list each table is asked by its index, or gone
 * through once where it has none. Joined with each other the planner took a page for fifty thousand messages, and went
 * through whole tables for each of them.
 */
export async function dueMessages(
  db: Db,
  cutoff: Cutoffs,
  { after, limit, gone, roots: of = null }: PageAsked,
): Promise<MessagePage> {
  const before = cutoff('berichten');
  const parts = await rowsOf(
    db,
    sql<{ wortel: string; id: string; op: Date; jong: boolean }>`
    with recursive wortel as (
      select id from bericht where in_antwoord_op is null and id > ${after}::uuid and id < ${firstIdAt(before)}::uuid
        and ontvangen_op < ${before}::timestamptz and ${of === null ? sql`true` : sql`id = any(${of}::uuid[])`}
      order by id limit ${limit}
    ), boom as (
      select id as wortel, id from wortel
      union all select boom.wortel, b.id from boom join bericht b on b.in_antwoord_op = boom.id
    )
    select boom.wortel, b.* from boom cross join lateral (
      select b.id, b.ontvangen_op as op, b.ontvangen_op >= ${before}::timestamptz as jong
      from bericht b where b.id = boom.id offset 0) b
    order by boom.wortel, b.id`,
  );
  const needed = await neededOf(
    db,
    cutoff,
    gone,
    parts.map(({ id }) => id),
  );
  const stays = new Set(parts.filter(({ id, jong }) => jong || needed.has(id)).map(({ wortel }) => wortel));
  const roots = new Set(parts.map(({ wortel }) => wortel));
  return {
    due: parts.filter(({ wortel }) => !stays.has(wortel)).map(({ id, op }) => ({ id, op })),
    next: roots.size < limit ? null : (parts.at(-1)?.wortel ?? null),
  };
}

/** Those of these messages that something stands in the way of removing. */
async function neededOf(
  db: Db,
  cutoff: Cutoffs,
  gone: readonly Unit[],
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const these = sql`any(${ids}::uuid[])`;
  const rows = await rowsOf(
    db,
    sql<{ id: string }>`
    select id from bericht where id = ${these} and status in ('ontvangen', 'vastgelopen')
    union select bericht_id from aflevering where bericht_id = ${these} and status in ('wacht', 'aangeboden')
    union select bericht_id from terugmelding where bericht_id = ${these} and klaar_op is null
    union select bericht_id from termijn where bericht_id = ${these} and klaar_op is null
    union select bericht_id from werkbak where bericht_id = ${these} and gesloten_op is null
    union select bericht_id from herhaling_bericht where bericht_id = ${these} and uitkomst is null
    union select x.bericht_id from (${IN_DOSSIERS}) x where x.bericht_id = ${these} and ${ofNone(gone)}
    ${longer(cutoff, these)}`,
  );
  return new Set(rows.map(({ id }) => id));
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
function longer(cutoff: Cutoffs, these: RawBuilder<unknown>): RawBuilder<unknown> {
  const each = TABLES.flatMap(({ name, policy: { keep, purge } }) =>
    'with' in purge && purge.with === 'bericht' && keep !== 'berichten'
      ? [
          sql`union select b.id from bericht b where b.id = ${these} and b.ontvangen_op >= ${cutoff(keep)}::timestamptz
            and b.id in (select x.${sql.ref(purge.by)} from ${sql.table(name)} x where x.${sql.ref(purge.by)} = ${these})`,
        ]
      : [],
  );
  return sql.join(each, sql` `);
}

/** These as rows `w` to join with. */
export function subjectRows(subjects: readonly Due[]): RawBuilder<unknown> {
  return recordset(subjects, 'id uuid, op timestamptz', 'w');
}
