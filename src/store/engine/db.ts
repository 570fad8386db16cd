import { setImmediate as othersFirst } from 'node:timers/promises';
import { type CompiledQuery, Kysely, type RawBuilder, sql } from 'kysely';
import { dialectOver, type Sessions, SourceConnection } from './dialect.ts';
import { toJson } from './json.ts';
import { KEEP_MARK, type SqlSession } from './sql-source.ts';

/** The database, or a transaction in it. Statements are written in SQL: they use what PostgreSQL has. */
export type Db = Kysely<unknown>;

export function dbOver(source: Sessions): Db {
  const db = new Kysely<unknown>({ dialect: dialectOver(source) });
  if (source.oneForAll === true) oneForAll.add(db);
  return db;
}

/** Databases with one session, which others wait for. */
const oneForAll = new WeakSet<Db>();

/**
 * First words of a statement that runs for each message or turn and whose plan does not depend on its parameters: the
 * engine may prepare it once per session.
 */
export const KEEP: RawBuilder<unknown> = sql.raw(KEEP_MARK);

export async function rowsOf<R>(db: Db, query: RawBuilder<R>): Promise<R[]> {
  return (await query.execute(db)).rows;
}

export async function firstOf<R>(db: Db, query: RawBuilder<R>): Promise<R | undefined> {
  return (await query.execute(db)).rows[0];
}

/** In the transaction that is under way, else in one of its own. */
export function inTransaction<T>(db: Db, work: (trx: Db) => Promise<T>): Promise<T> {
  return db.isTransaction ? work(db) : db.transaction().execute(work);
}

/** A statement that is sent later, together with others. */
export type Statement<R = unknown> = RawBuilder<R>;

/** The rows of each of these statements. */
type RowsOf<S extends readonly Statement[]> = { [K in keyof S]: S[K] extends Statement<infer R> ? R[] : never };

/**
 * Statements in one transaction and one round trip; the rows of each. The first that fails undoes all and is what is
 * thrown. A round trip costs more than most statements do: the server and this process wake each other for each.
 */
export async function inOneGo<const S extends readonly Statement[]>(db: Db, statements: S): Promise<RowsOf<S>> {
  const compiled = statements.map((statement) => statement.compile(db));
  const answers = await inSession(db, (session) => session.transaction(compiled));
  return answers.map(({ rows }) => rows) as unknown as RowsOf<S>;
}

function inSession<T>(db: Db, use: (session: SqlSession) => Promise<T>): Promise<T> {
  return db.getExecutor().provideConnection((connection) => {
    if (!(connection instanceof SourceConnection)) throw new Error('no connection of a source');
    return use(connection.session);
  });
}

/** Some statements of a transaction; a generator makes each when it is asked for it. */
export type Part = () => Iterable<Statement>;

/**
 * The same for many rows: each statement is sent as soon as it is made, so that the server writes the first rows while this
 * process makes the next. Others have their turn in between; all of them together would keep them waiting for half a second.
 */
export async function asMade(db: Db, parts: readonly Part[]): Promise<void> {
  // Where there is one session for all they are made before it is taken: to have their turn, others need it.
  if (oneForAll.has(db)) {
    const statements: Statement[] = [];
    for await (const statement of made(parts)) statements.push(statement);
    await inOneGo(db, statements);
    return;
  }
  await inSession(db, async (session) => {
    if (session.transactionAsMade === undefined) throw new Error('this session takes a transaction that is complete');
    await session.transactionAsMade(compiled(db, made(parts)));
  });
}

async function* compiled(db: Db, statements: AsyncIterable<Statement>): AsyncGenerator<CompiledQuery> {
  for await (const statement of statements) yield statement.compile(db);
}

async function* made(parts: readonly Part[]): AsyncGenerator<Statement> {
  for (const part of parts) {
    await othersFirst();
    for (const statement of part()) {
      yield statement;
      await othersFirst();
    }
  }
}

/** Rows of one statement where there may be tens of thousands: the server has them in hand while the next are made. */
const ROWS_OF_A_STATEMENT = 5_000;

/** These rows in their order, as many at a time as one statement has. */
export function* inSteps<T>(rows: readonly T[]): Generator<readonly T[]> {
  for (let at = 0; at < rows.length; at += ROWS_OF_A_STATEMENT) yield rows.slice(at, at + ROWS_OF_A_STATEMENT);
}

/**
 * Rows as one parameter, whatever their number: `from ${recordset(rows, 'id uuid, naam text')}` gives `r.id`, `r.naam`.
 * Columns bear the names of the keys of the rows. In look-ups each key finds its rows in a lateral subquery with
 * `offset 0`, an optimisation fence: the planner does not know how few rows there are, and would choose a hash join
 * over a sequential scan of the table.
 */
export function recordset(rows: readonly object[], columns: string, alias = 'r'): RawBuilder<unknown> {
  return sql`json_to_recordset(${toJson(rows)}::json) as ${sql.raw(`${alias}(${columns})`)}`;
}
