import { randomInt } from 'node:crypto';
import pg from 'pg';
import { asStoreError } from '../errors.ts';
import { PRESENCE_LOCK } from '../sql-source.ts';

const CONNECT_MS = 10_000;
const HIGHEST = 2 ** 31 - 1;

/**
 * A number that is this process's own, held as an advisory lock by a connection of its own: the server lets go of it as
 * soon as the process ends, however it ends. When that connection breaks the next asker gets another number.
 */
export class PgPresence {
  readonly #databaseUrl: string;
  #held: { readonly client: pg.Client; readonly number: Promise<number> } | undefined;

  constructor(databaseUrl: string) {
    this.#databaseUrl = databaseUrl;
  }

  number(): Promise<number> {
    if (this.#held === undefined) {
      const client = new pg.Client({
        connectionString: this.#databaseUrl,
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
      await client.connect();
      await client.query('select pg_advisory_lock($1::int, $2::int)', [PRESENCE_LOCK, number]);
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
