import { randomInt } from 'node:crypto';
import type pg from 'pg';
import { asStoreError } from '../errors.ts';
import { PRESENCE_LOCK, type SessionKind } from '../sql-source.ts';
import type { PgHosts } from './pg-hosts.ts';

const CONNECT_MS = 10_000;
const HIGHEST = 2 ** 31 - 1;

/**
 * A number that is this process's own, held as an advisory lock by a connection of its own: the server lets go of it as
 * soon as the process ends, however it ends. When that connection breaks the next asker gets another number. Where sessions
 * are shared a transaction that stays open holds it: it keeps its session, and holds up nobody, for it has read nothing.
 */
export class PgPresence {
  readonly #hosts: PgHosts;
  readonly #kind: () => Promise<SessionKind>;
  #held: { readonly client: pg.Client; readonly number: Promise<number> } | undefined;

  constructor(hosts: PgHosts, kind: () => Promise<SessionKind>) {
    this.#hosts = hosts;
    this.#kind = kind;
  }

  number(): Promise<number> {
    if (this.#held === undefined) {
      const client = this.#hosts.client({
        connectionTimeoutMillis: CONNECT_MS,
        keepAlive: true,
        application_name: 'ijw-gateway presence',
      });
      client.on('error', () => this.#forget(client));
      client.on('end', () => this.#forget(client));
      this.#held = { client, number: this.#take(client) };
    }
    return this.#held.number;
  }

  async end(): Promise<void> {
    await this.#held?.client.end().catch(() => undefined);
  }

  async #take(client: pg.Client): Promise<number> {
    try {
      const number = randomInt(1, HIGHEST);
      const kind = await this.#kind();
      await client.connect();
      await this.#hosts.ensureWritable(client);
      if (kind === 'shared') await client.query('begin; set local idle_in_transaction_session_timeout = 0');
      const lock = kind === 'shared' ? 'pg_advisory_xact_lock' : 'pg_advisory_lock';
      await client.query(`select ${lock}($1::int, $2::int)`, [PRESENCE_LOCK, number]);
      return number;
    } catch (fout) {
      this.#forget(client);
      client.end().catch(() => undefined);
      throw asStoreError(fout);
    }
  }

  #forget(client: pg.Client): void {
    if (this.#held?.client === client) this.#held = undefined;
  }
}
