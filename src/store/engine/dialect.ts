import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
  type TransactionSettings,
} from 'kysely';
import type { SqlSession, SqlSource } from './sql-source.ts';

/** Where sessions come from, and what ends them all. */
export type Sessions = Pick<SqlSource, 'session' | 'end'> & Partial<Pick<SqlSource, 'sessionKind' | 'oneForAll'>>;

/** PostgreSQL for Kysely, over whichever engine the source speaks to. */
export function dialectOver(source: Sessions): Dialect {
  return {
    createAdapter: () => new SourceAdapter(source),
    createDriver: () => new SourceDriver(source),
    createIntrospector: (db: Kysely<unknown>) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  };
}

/** As Kysely names the lock that migrations take turns by. */
const MIGRATION_LOCK = '3853314791062309107';

/**
 * Kysely locks migrations in a session. Where sessions are shared that lock would stay behind on whatever session it fell,
 * so a transaction of its own holds it until they are done.
 */
class SourceAdapter extends PostgresAdapter {
  readonly #source: Sessions;
  #held: SqlSession | undefined;

  constructor(source: Sessions) {
    super();
    this.#source = source;
  }

  override async acquireMigrationLock(...args: Parameters<PostgresAdapter['acquireMigrationLock']>): Promise<void> {
    if ((await this.#source.sessionKind?.()) !== 'shared') return super.acquireMigrationLock(...args);
    this.#held = await this.#source.session();
    await this.#held.query('begin', []);
    await this.#held.query(`select pg_advisory_xact_lock(${MIGRATION_LOCK})`, []);
  }

  override async releaseMigrationLock(...args: Parameters<PostgresAdapter['releaseMigrationLock']>): Promise<void> {
    const held = this.#held;
    if (held === undefined) {
      if ((await this.#source.sessionKind?.()) !== 'shared') await super.releaseMigrationLock(...args);
      return;
    }
    this.#held = undefined;
    await held.query('commit', []);
    held.release();
  }
}

/** A connection that is a session of the source. */
export class SourceConnection implements DatabaseConnection {
  readonly session: SqlSession;

  constructor(session: SqlSession) {
    this.session = session;
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const { rows, affected } = await this.session.query(query.sql, query.parameters);
    return { rows: rows as R[], numAffectedRows: BigInt(affected) };
  }

  // biome-ignore lint/correctness/useYield: the interface asks for a generator; nothing here streams
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('the store does not stream rows');
  }
}

class SourceDriver implements Driver {
  readonly #source: Sessions;

  constructor(source: Sessions) {
    this.#source = source;
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<SourceConnection> {
    return new SourceConnection(await this.#source.session());
  }

  async beginTransaction(connection: DatabaseConnection, _settings: TransactionSettings): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin'));
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('commit'));
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    // A session that cannot even roll back is broken; its end is a rollback too.
    await connection.executeQuery(CompiledQuery.raw('rollback')).catch(() => undefined);
  }

  async releaseConnection(connection: DatabaseConnection): Promise<void> {
    if (connection instanceof SourceConnection) connection.session.release();
  }

  async destroy(): Promise<void> {
    await this.#source.end();
  }
}
