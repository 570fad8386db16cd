import type pg from 'pg';
import { asStoreError } from '../errors.ts';
import type { SessionKind } from '../sql-source.ts';
import type { PgHosts } from './pg-hosts.ts';

const CONNECT_MS = 10_000;
/** A pooler with one connection lets the second conversation wait for the first (ms). */
const TURN_MS = 3_000;

/** Between us and the server stands something that gives each statement another session (PgBouncer). */
export class SharedSessions extends Error {
  constructor() {
    super(
      'DATABASE_URL loopt via een pooler zoals PgBouncer, die geen transacties toelaat (pool_mode = statement). ' +
        'Verbind rechtstreeks met PostgreSQL, of zet de pooler op pool_mode = session of transaction',
    );
    this.name = 'SharedSessions';
  }
}

/** What does not work through such a pooler, and what is done instead. */
export const SHARED_WARNING =
  'DATABASE_URL runs through a pooler that gives each transaction another session (PgBouncer, pool_mode = transaction). ' +
  'Without: prepared statements, and settings of a session (planner, work_mem; set idle_in_transaction_session_timeout on the role). ' +
  'That a process lives shows by a transaction that stays open, which keeps one connection of the pooler for each process; leave its idle_transaction_timeout off';

/**
 * Whether sessions are shared. Two connections tell: each must have a server process of its own, and keep it while the
 * other is in a transaction. A pooler gives the second transaction the process of the first, or the first another then.
 * Throws SharedSessions where there are no transactions at all.
 */
export async function sessionKind(hosts: PgHosts): Promise<SessionKind> {
  const [one, other] = [connection(hosts), connection(hosts)];
  try {
    await Promise.all([one.connect(), other.connect()]);
    const first = await processOf(one);
    await other.query('begin');
    const second = await processOf(other);
    return second === first || (await processOf(one)) !== first ? 'shared' : 'own';
  } catch (fout) {
    // A pooler of single statements refuses to begin a transaction at all.
    throw fout instanceof Error && /pooling mode/.test(fout.message) ? new SharedSessions() : asStoreError(fout);
  } finally {
    await Promise.allSettled([one.end(), other.end()]);
  }
}

function connection(hosts: PgHosts): pg.Client {
  const client = hosts.client({
    connectionTimeoutMillis: CONNECT_MS,
    query_timeout: TURN_MS,
    application_name: 'ijw-gateway sessions',
  });
  client.on('error', () => undefined);
  return client;
}

async function processOf(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  return rows[0]?.pid ?? 0;
}
