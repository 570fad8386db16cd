import type { Writable } from 'node:stream';
import pg from 'pg';
import { pass } from '../../../faults/pass.ts';
import { asStoreError, isTransient, type StoreError } from '../errors.ts';
import {
  KEEP_MARK,
  LOOK_UPS,
  type SessionKind,
  type SqlAnswer,
  type SqlSession,
  type SqlSource,
  type SqlStatement,
} from '../sql-source.ts';
import { VALUE_PARSERS } from '../value-parsers.ts';
import { PgHeartbeat } from './pg-heartbeat.ts';
import { PgHosts } from './pg-hosts.ts';
import { PgPresence } from './pg-presence.ts';
import { sessionKind } from './pg-sessions.ts';

const POOL = 16;
/** Sessions for reports, on top of those. */
const RAPPORTEN = 2;
/** How long one statement of a report may take (ms). */
const RAPPORT_MS = 20_000;
/** How long an operation waits for a free session or a new connection (ms). */
const WACHT_MS = 10_000;
/**
 * A statement that runs for each message and has no answer by then has none: the server is frozen or behind a line that is
 * cut, which the system itself may take a quarter of an hour to see (ms). Whether it was done nobody knows.
 */
const ANSWER_MS = 60_000;
/** A process that is suspended inside a transaction holds a lane no longer than this (ms). */
const STILSTAND_MS = 60_000;
/**
 * A statement and no startup parameter: PgBouncer refuses a connection with startup parameters that it does not know.
 */
const STANDS_STILL = `set idle_in_transaction_session_timeout = ${STILSTAND_MS}`;

/** What a session may sort in memory: the context of a declaration of 30,000 lines. */
const SORT_IN_MEMORY = `set work_mem = '64MB'`;

/** Pools of sessions on a PostgreSQL server: one for messages, a small one for reports. `reportMs` is a test seam. */
export function pgSource(databaseUrl: string, reportMs: number = RAPPORT_MS): SqlSource {
  const hosts = new PgHosts(databaseUrl);
  const kind = onceWell(() => sessionKind(hosts));
  const limit = `statement_timeout = ${reportMs}`;
  const pool = poolOf(hosts, POOL, kind, SORT_IN_MEMORY);
  const reports = poolOf(hosts, RAPPORTEN, kind, `set ${limit}`);
  const presence = new PgPresence(hosts, kind);
  const heartbeat = new PgHeartbeat(hosts);
  return {
    sessionKind: kind,
    presence: () => presence.number(),
    beat: (ms) => heartbeat.beat(ms),
    responds: (ms) => heartbeat.responds(ms),
    ensureIntact: () => undefined,
    session: async () => sessionOf(pool, hosts, await kind()),
    reportSession: async () => sessionOf(reports, hosts, await kind(), `set local ${limit}`),
    async end() {
      heartbeat.end();
      await presence.end();
      await Promise.all([pool.end(), reports.end()]);
    },
  };
}

/** What was found out well is kept; a failure is not. */
function onceWell<T>(find: () => Promise<T>): () => Promise<T> {
  let found: Promise<T> | undefined;
  return () => {
    found ??= find().catch((fout: unknown) => {
      found = undefined;
      throw fout;
    });
    return found;
  };
}

/** Of several servers each gets its turn. `each` begins each transaction where sessions are shared. */
async function sessionOf(pool: pg.Pool, hosts: PgHosts, kind: SessionKind, each?: string): Promise<SqlSession> {
  for (let left = hosts.count; ; left--) {
    try {
      const client = await pool.connect();
      return kind === 'own' ? new PgSession(client, nameOf) : new PgSession(client, () => ({}), each);
    } catch (fout) {
      if (left <= 1) throw asStoreError(fout);
    }
  }
}

function poolOf(hosts: PgHosts, max: number, kind: () => Promise<SessionKind>, settings: string): pg.Pool {
  const pool = new pg.Pool({
    Client: hosts.clientClass(),
    max,
    connectionTimeoutMillis: WACHT_MS,
    keepAlive: true,
    application_name: 'ijw-gateway',
    // Pipelining: a statement is sent without waiting for the answer to the one before it.
    pipeline: true,
    types: {
      getTypeParser: (oid: number, format?: string) =>
        (format === 'binary' ? undefined : VALUE_PARSERS[oid]) ?? pg.types.getTypeParser(oid, format as 'text'),
    } as pg.CustomTypesConfig,
    onConnect: async (client: pg.ClientBase) => {
      client.on('error', () => undefined);
      await hosts.ensureWritable(client);
      if ((await kind()) === 'own') client.query(`${LOOK_UPS}; ${settings}; ${STANDS_STILL}`).catch(() => undefined);
    },
  } as pg.PoolConfig);
  // A connection that breaks tells so by an event as well; the operation that uses it fails by itself.
  pool.on('error', () => undefined);
  return pool;
}

class PgSession implements SqlSession {
  readonly #client: pg.PoolClient;
  readonly #nameOf: (text: string) => { readonly name?: string };
  readonly #each: string | undefined;
  #inTransaction = false;
  #broken = false;

  constructor(client: pg.PoolClient, nameOf: (text: string) => { readonly name?: string }, each?: string) {
    this.#client = client;
    this.#nameOf = nameOf;
    this.#each = each;
  }

  async query(text: string, params: readonly unknown[]): Promise<SqlAnswer> {
    const each = this.#each;
    if (each !== undefined && text !== 'begin' && !this.#inTransaction) {
      const [answer] = await this.transaction([{ sql: text, parameters: params }]);
      return answer ?? { rows: [], affected: 0 };
    }
    try {
      const answer = await this.#ask(text, params);
      if (text === 'begin' && each !== undefined) await this.#ask(each, []);
      this.#inTransaction = text === 'begin' || (this.#inTransaction && text !== 'commit' && text !== 'rollback');
      return answer;
    } catch (fout) {
      throw this.#failed(fout, text);
    }
  }

  async transaction(statements: readonly SqlStatement[]): Promise<SqlAnswer[]> {
    const asked = this.#together(() => [
      this.#ask(this.#begin, []),
      ...statements.map(({ sql, parameters }) => this.#ask(sql, parameters)),
      // COMMIT of a transaction that failed is a ROLLBACK.
      this.#ask('commit', []),
    ]);
    pass('store.sent');
    return (await this.#answers(asked)).slice(1, -1);
  }

  async transactionAsMade(statements: AsyncIterable<SqlStatement>): Promise<void> {
    let failed = false;
    const asked: Promise<SqlAnswer>[] = [];
    const ask = (text: string, params: readonly unknown[]) => {
      const answer = this.#ask(text, params);
      // Looked at when all are sent; until then nobody would see it fail.
      answer.catch(() => {
        failed = true;
      });
      asked.push(answer);
    };
    ask(this.#begin, []);
    try {
      for await (const { sql, parameters } of statements) {
        this.#together(() => ask(sql, parameters));
        if (failed) break;
      }
    } catch (fout) {
      ask('rollback', []);
      await Promise.allSettled(asked);
      throw fout;
    }
    ask('commit', []);
    pass('store.sent');
    await this.#answers(asked);
  }

  release(): void {
    this.#client.release(this.#broken);
  }

  get #begin(): string {
    return this.#each === undefined ? 'begin' : `begin; ${this.#each}`;
  }

  /** Throws what the first that failed threw. */
  async #answers(asked: readonly Promise<SqlAnswer>[]): Promise<SqlAnswer[]> {
    const answers = await Promise.allSettled(asked);
    return answers.map((answer) => {
      if (answer.status === 'rejected') throw this.#failed(answer.reason, 'commit');
      return answer.value;
    });
  }

  async #ask(text: string, params: readonly unknown[]): Promise<SqlAnswer> {
    const limit = text.startsWith(KEEP_MARK) ? { query_timeout: ANSWER_MS } : {};
    const { rows, rowCount } = await this.#client.query({ ...this.#nameOf(text), ...limit, text, values: [...params] });
    return { rows, affected: rowCount ?? 0 };
  }

  /** Corks the socket (pg's private `connection.stream`), so that all of it is one write and the server wakes once. */
  #together<T>(ask: () => T): T {
    const { stream } = (this.#client as unknown as { readonly connection: { readonly stream: Writable } }).connection;
    stream.cork();
    try {
      return ask();
    } finally {
      stream.uncork();
    }
  }

  #failed(fout: unknown, text: string): StoreError {
    const eigen = asStoreError(fout);
    // After a deadlock or serialization failure the connection is fine; after anything else transient it may not be.
    if (isTransient(eigen) && !eigen.code.startsWith('40')) this.#broken = true;
    if (text === 'rollback') this.#broken = true;
    return eigen;
  }
}

const names = new Map<string, string>();

/** Statements that recur are prepared under a name; their texts are few, because rows come as one parameter. */
function nameOf(text: string): { readonly name?: string } {
  if (!text.startsWith(KEEP_MARK)) return {};
  const name = names.get(text) ?? `ijw_${names.size}`;
  names.set(text, name);
  return { name };
}
