import pg from 'pg';
import { asStoreError } from '../errors.ts';

const CONNECT_MS = 10_000;
/** A pooler with one connection lets the second conversation wait for the first (ms). */
const TURN_MS = 3_000;

/** Between us and the server stands something that gives each transaction another session (PgBouncer). */
export class SharedSessions extends Error {
  constructor() {
    super(
      'DATABASE_URL loopt via een pooler zoals PgBouncer, die elke transactie een andere sessie geeft. Daardoor werken niet: ' +
        'sloten van een sessie, waaraan processen zien welke nog leven; voorbereide opdrachten; en instellingen van een sessie. ' +
        'Verbind rechtstreeks met PostgreSQL, of zet de pooler op pool_mode = session',
    );
    this.name = 'SharedSessions';
  }
}

/**
 * Throws when sessions are shared. Two connections tell: each must have a server process of its own, and keep it while the
 * other is in a transaction. A pooler gives the second transaction the process of the first, or the first another then.
 */
export async function ensureOwnSessions(databaseUrl: string): Promise<void> {
  const [one, other] = [connection(databaseUrl), connection(databaseUrl)];
  try {
    await Promise.all([one.connect(), other.connect()]);
    const first = await processOf(one);
    await other.query('begin');
    const second = await processOf(other);
    if (second === first || (await processOf(one)) !== first) throw new SharedSessions();
  } catch (fout) {
    // A pooler of single statements refuses to begin a transaction at all.
    const refused = fout instanceof Error && /pooling mode/.test(fout.message);
    throw refused || fout instanceof SharedSessions ? new SharedSessions() : asStoreError(fout);
  } finally {
    await Promise.allSettled([one.end(), other.end()]);
  }
}

function connection(connectionString: string): pg.Client {
  const client = new pg.Client({
    connectionString,
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
