import { type RawBuilder, sql } from 'kysely';
import { type Db, firstOf } from '../engine/db.ts';
import { TABLES } from '../tables/tables.ts';
import { type Due, subjectRows } from './due-messages.ts';
import { type Unit, unitRows } from './due-units.ts';
import { type Removed, Tally } from './tally.ts';

/** How rows of a table are found: other rows to look at, the condition (the table is `t`), and from which moment each was kept. */
export interface Which {
  readonly beside?: RawBuilder<unknown>;
  readonly where: RawBuilder<unknown>;
  readonly moment: RawBuilder<unknown>;
}

/** Removes the rows, or counts them. */
export async function removeRows(
  db: Db,
  table: string,
  { beside, where, moment }: Which,
  dryRun: boolean,
): Promise<Removed | undefined> {
  const counted = sql`count(*)::int as rows, min(moment)::date::text as oldest`;
  const which = beside ?? sql`(select) geen`;
  const query = dryRun
    ? sql<Removed>`select ${counted} from (
        select ${moment} as moment from ${sql.table(table)} t, ${which} where ${where}) gevonden`
    : sql<Removed>`with weg as (
        delete from ${sql.table(table)} t using ${which} where ${where} returning ${moment} as moment
      ) select ${counted} from weg`;
  return firstOf(db, query);
}

/** Messages or commands, with every row that goes with them. */
export async function removeSubjects(
  db: Db,
  root: 'bericht' | 'opdracht',
  subjects: readonly Due[],
  dryRun: boolean,
): Promise<Tally> {
  const tally = new Tally();
  if (subjects.length === 0) return tally;
  const moment = sql`w.op`;
  // The ids as a list too: rows to join with alone are compared with each row of a table that has no index on them.
  const these = sql`any(${subjects.map(({ id }) => id)}::uuid[])`;
  const states = {
    beside: sql`signaal s, ${subjectRows(subjects)}`,
    where: sql`s.onderwerp = ${these} and s.onderwerp = w.id and t.signaal = s.rij`,
    moment,
  };
  tally.add('signaal_stand', await removeRows(db, 'signaal_stand', states, dryRun));
  for (const { name, policy } of TABLES) {
    const { purge } = policy;
    if (!('with' in purge) || purge.with !== 'bericht') continue;
    const which = {
      beside: subjectRows(subjects),
      where: sql`t.${sql.ref(purge.by)} = ${these} and t.${sql.ref(purge.by)} = w.id`,
      moment,
    };
    tally.add(name, await removeRows(db, name, which, dryRun));
  }
  const itself = { beside: subjectRows(subjects), where: sql`t.id = ${these} and t.id = w.id`, moment };
  tally.add(root, await removeRows(db, root, itself, dryRun));
  return tally;
}

/** All that these children have with these parties. What a gemeente says of a child for all aanbieders is not of one unit. */
export async function removeUnits(db: Db, units: readonly Unit[], dryRun: boolean): Promise<Tally> {
  const tally = new Tally();
  if (units.length === 0) return tally;
  const which = {
    beside: unitRows(units),
    where: sql`t.client = any(${units.map(({ client }) => client)}::text[]) and t.gemeente = e.gemeente and t.aanbieder = e.aanbieder and t.client = e.client`,
    moment: sql`e.last`,
  };
  for (const { name, policy } of TABLES) {
    if (!('with' in policy.purge) || policy.purge.with !== 'client' || name === 'aanspreekpunt') continue;
    tally.add(name, await removeRows(db, name, which, dryRun));
  }
  return tally;
}
