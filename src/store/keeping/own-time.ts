import { type RawBuilder, sql } from 'kysely';
import { type Db, rowsOf } from '../engine/db.ts';
import { TABLES } from '../tables/tables.ts';
import type { Cutoffs } from './cutoffs.ts';
import type { Due } from './due-messages.ts';
import { ofNone, type Unit } from './due-units.ts';
import type { Which } from './remove.ts';

/** Rows of a table that go by their own moment. */
export interface OwnTime {
  readonly table: string;
  readonly which: Which;
}

/** What is still under way, whatever its age. */
const UNDER_WAY: Readonly<Record<string, RawBuilder<unknown>>> = {
  herhaling: sql`t.klaar_op is null`,
  terugmelding: sql`t.klaar_op is null`,
};

/** Goes in steps of its own: with what it answers, with what it changed, or from the begin of its chain. */
const ELSEWHERE = new Set(['bericht', 'opdracht', 'audit']);

/** The tables whose rows go by their own moment, and what goes with those; `gone`: units that go in the same run. */
export function ownTimes(cutoff: Cutoffs, gone: readonly Unit[]): OwnTime[] {
  const own = TABLES.flatMap(({ name: table, policy: { keep, purge } }): OwnTime[] => {
    if (ELSEWHERE.has(table) || 'never' in purge) return [];
    const before = (column: string) => sql`t.${sql.ref(column)} < ${cutoff(keep)}::timestamptz`;
    const idle = sql`not coalesce(${UNDER_WAY[table] ?? sql`false`}, false)`;
    if ('after' in purge) {
      return [
        { table, which: { where: sql`${before(purge.after)} and ${idle}`, moment: sql`t.${sql.ref(purge.after)}` } },
      ];
    }
    if (purge.with !== 'bericht' || purge.else === undefined) return [];
    const where = sql`${before(purge.else)} and ${idle} and ${ofNothing('t', purge.by)}`;
    return [{ table, which: { where, moment: sql`t.${sql.ref(purge.else)}` } }];
  });
  return [...withThose(cutoff), ...own, contactPoints(cutoff, gone)];
}

/** Of no message and no command: of a queue or a key, or of what has gone. */
function ofNothing(alias: string, column: string): RawBuilder<unknown> {
  const subject = sql.ref(`${alias}.${column}`);
  return sql`not exists (select from bericht b where b.id = ${subject})
    and not exists (select from opdracht o where o.id = ${subject})`;
}

/** Before what they are of: a statement later it is not known any more. */
function withThose(cutoff: Cutoffs): OwnTime[] {
  const before = cutoff('werk');
  return [
    {
      table: 'signaal_stand',
      which: {
        beside: sql`signaal s`,
        where: sql`s.rij = t.signaal and s.op < ${before}::timestamptz and ${ofNothing('s', 'onderwerp')}`,
        moment: sql`s.op`,
      },
    },
    {
      table: 'herhaling_bericht',
      which: {
        beside: sql`herhaling h`,
        where: sql`h.id = t.herhaling and h.klaar_op is not null and h.op < ${before}::timestamptz`,
        moment: sql`h.op`,
      },
    },
  ];
}

/** The aanspreekpunt of a child of whom the gemeente has nothing else any more. */
function contactPoints(cutoff: Cutoffs, gone: readonly Unit[]): OwnTime {
  const left = sql`(select gemeente, aanbieder, client from toewijzing union all select gemeente, aanbieder, client from verzoek
    union all select gemeente, aanbieder, client from regie)`;
  const where = sql`t.op < ${cutoff('dossier')}::timestamptz and not exists (
    select from ${left} x where x.gemeente = t.gemeente and x.client = t.client and ${ofNone(gone)})`;
  return { table: 'aanspreekpunt', which: { where, moment: sql`t.op` } };
}

/** Commands that were carried out or refused long ago. */
export async function dueCommands(db: Db, cutoff: Cutoffs, limit: number): Promise<Due[]> {
  return rowsOf(
    db,
    sql<Due>`
    select id, ontvangen_op as op from opdracht
    where stand <> 'wacht' and ontvangen_op < ${cutoff('werk')}::timestamptz order by ontvangen_op, id limit ${limit}`,
  );
}
