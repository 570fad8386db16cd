import type { Heartbeat } from './heartbeat.ts';

/**
 * The little that Kysely needs of a database engine; `pg-source.ts` and `pglite-source.ts` each give one. Every error
 * that leaves a source is a StoreError.
 */
export interface SqlSource extends Heartbeat {
  /** There is one session, and whoever has it keeps all others waiting. */
  readonly oneForAll?: true;
  /** Throws when there are no transactions to be had; found out once. */
  sessionKind(): Promise<SessionKind>;
  /** A session of its own: what happens in a transaction happens in one session. */
  session(): Promise<SqlSession>;
  /** A session for a report, apart from those of messages: reports wait for each other and take no place of theirs. */
  reportSession(): Promise<SqlSession>;
  /**
   * A number that names this process as long as it lives; where others may share the database it is held there as an
   * advisory lock under PRESENCE_LOCK, so that they can see whether it lives.
   */
  presence(): Promise<number>;
  end(): Promise<void>;
}

/** `own`: each connection has a session of its own. `shared`: a pooler gives each transaction another. */
export type SessionKind = 'own' | 'shared';

export const PRESENCE_LOCK = 0x696a77;

export interface SqlStatement {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

export interface SqlSession {
  query(sql: string, params: readonly unknown[]): Promise<SqlAnswer>;
  /** All of these in one transaction, sent together. Throws what the first that failed threw; then nothing was done. */
  transaction(statements: readonly SqlStatement[]): Promise<SqlAnswer[]>;
  /** The same for what takes long to make: the server works on what was made while the rest is being made. Not where there is one session for all. */
  transactionAsMade?(statements: AsyncIterable<SqlStatement>): Promise<void>;
  /** Give the session back; a broken one is thrown away. */
  release(): void;
}

export interface SqlAnswer {
  readonly rows: readonly unknown[];
  /** Rows that the statement changed or gave. */
  readonly affected: number;
}

/** Settings of the planner for plans that read whole tables: off for look-ups, on for reports. */
export const WHOLE_TABLE_PLANS = ['enable_seqscan', 'enable_hashjoin', 'enable_mergejoin', 'enable_material'];

/**
 * Runs before a session's first statement. JIT compilation pays for reports, never for look-ups of milliseconds. And a
 * prepared statement, or one of a trigger, soon has a generic plan that PostgreSQL keeps: made while tables were empty it is
 * a sequential scan, also when they have grown (measured: an insert of 50 deliveries took 12 ms at 2,000 messages and 53 ms
 * at 50,000; on PGlite, which counts its tables at a start only, 3 and 228 ms at 16,000). Every look-up has an index, so
 * sequential scans and their like are switched off; reports switch them on (see reporting.ts).
 */
export const LOOK_UPS = ['jit', ...WHOLE_TABLE_PLANS].map((setting) => `set ${setting} = off`).join('; ');

/** A statement that begins so may be prepared once per session. */
export const KEEP_MARK = '/* keep */';
