import { Kysely, type RawBuilder, sql } from 'kysely';
import { dialectOver } from './dialect.ts';
import { toJson } from './json.ts';
import type { SqlSource } from './sql-source.ts';

/** The database, or a transaction in it. Statements are written in SQL: they use what PostgreSQL has. */
export type Db = Kysely<unknown>;

export function dbOver(source: SqlSource): Db {
  return new Kysely<unknown>({ dialect: dialectOver(source) });
}

export async function rowsOf<R>(db: Db, query: RawBuilder<R>): Promise<R[]> {
  return (await query.execute(db)).rows;
}

export async function firstOf<R>(db: Db, query: RawBuilder<R>): Promise<R | undefined> {
  return (await query.execute(db)).rows[0];
}

/**
 * Rows as one parameter: `from <recordset(rows, 'id uuid, naam text')> as r(…)` without the alias being repeated. The
 * columns are named as the keys of the rows.
 */
export function recordset(rows: readonly object[], columns: string, alias = 'r'): RawBuilder<unknown> {
  return sql`json_to_recordset(${toJson(rows)}::json) as ${sql.raw(`${alias}(${columns})`)}`;
}
