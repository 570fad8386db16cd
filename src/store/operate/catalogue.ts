import { sql } from 'kysely';
import { type Db, firstOf, rowsOf } from '../engine/db.ts';
import { TABLES } from '../tables/tables.ts';

/** A table as the database has it, whatever build made it. */
export interface StoredTable {
  readonly table: string;
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  /** Columns that number themselves. */
  readonly series: readonly string[];
}

/** All tables but those of the migrator, in order of name. */
export async function storedTables(db: Db): Promise<StoredTable[]> {
  const rijen = await rowsOf(
    db,
    sql<{ table: string; name: string; type: string; series: boolean }>`
    select c.relname as "table", a.attname as name, format_type(a.atttypid, a.atttypmod) as type,
      a.attidentity <> '' as series
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relkind = 'r' and c.relnamespace = current_schema()::regnamespace and c.relname not like 'kysely\\_%'
    order by c.relname, a.attnum`,
  );
  const tables = new Map<string, { table: string; columns: { name: string; type: string }[]; series: string[] }>();
  for (const { table, name, type, series } of rijen) {
    const found = tables.get(table) ?? { table, columns: [], series: [] };
    found.columns.push({ name, type });
    if (series) found.series.push(name);
    tables.set(table, found);
  }
  return [...tables.values()];
}

/** What a table amounts to: its rows, and what its columns of money add up to (eurocents, as text: they may be large). */
export interface TableTotals {
  readonly table: string;
  readonly rows: number;
  readonly sums: Readonly<Record<string, string>>;
}

/** `money`: the columns to add up; those that the tables of this build name when it is left out. */
export async function totalsOf(
  db: Db,
  { table, columns }: StoredTable,
  money: readonly string[] = moneyOf(table),
): Promise<TableTotals> {
  const there = money.filter((name) => columns.some((column) => column.name === name));
  const sums = there.map((name) => sql`, coalesce(sum(${sql.ref(name)}), 0)::text as ${sql.ref(name)}`);
  const rij = await firstOf(
    db,
    sql<
      { rows: number } & Record<string, string>
    >`select count(*) as rows ${sql.join(sums, sql``)} from ${sql.table(table)}`,
  );
  const { rows = 0, ...rest } = rij ?? {};
  return { table, rows: Number(rows), sums: rest as Record<string, string> };
}

function moneyOf(name: string): string[] {
  const columns = TABLES.find((table) => table.name === name)?.columns ?? {};
  return Object.entries(columns).flatMap(([column, { money }]) => (money === true ? [column] : []));
}

/** Where a column that numbers itself stands. */
export interface SeriesState {
  readonly table: string;
  readonly column: string;
  readonly last: string;
  /** Whether `last` was given out. */
  readonly used: boolean;
}

export async function seriesState(db: Db, table: string, column: string): Promise<SeriesState> {
  const naam = await firstOf(db, sql<{ naam: string }>`select pg_get_serial_sequence(${table}, ${column}) as naam`);
  const stand = await firstOf(
    db,
    sql<{ last: string; used: boolean }>`
    select last_value::text as last, is_called as used from ${sql.raw(naam?.naam ?? '')}`,
  );
  if (stand === undefined) throw new Error(`no series of ${table}.${column}`);
  return { table, column, ...stand };
}

export async function setSeries(db: Db, { table, column, last, used }: SeriesState): Promise<void> {
  await sql`select setval(pg_get_serial_sequence(${table}, ${column}), ${last}::bigint, ${used}::boolean)`.execute(db);
}
