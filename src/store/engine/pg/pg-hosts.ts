import pg from 'pg';
import { TransientStoreError } from '../errors.ts';

/** SQLSTATE of a server that may not write: one that follows another. */
const READ_ONLY = '25006';

type Connected = (fout: Error | undefined, ...rest: unknown[]) => void;
type Connect = (this: pg.Client, told?: Connected) => Promise<unknown> | undefined;

/**
 * The servers that DATABASE_URL names, `postgres://ijw@een:5432,twee:5432/ijw`: of several the one that may write. Who
 * finds one away or read-only says so, and the next connection goes to the next. (pg itself knows one server only, and
 * ignores `target_session_attrs` in silence.)
 */
export class PgHosts {
  readonly #urls: readonly string[];
  #at = 0;

  constructor(databaseUrl: string) {
    this.#urls = urlsOf(databaseUrl);
  }

  get count(): number {
    return this.#urls.length;
  }

  /** Where the next connection goes. */
  get url(): string {
    return this.#urls[this.#at] ?? '';
  }

  gaveUp(url: string): void {
    if (this.url === url) this.#at = (this.#at + 1) % this.#urls.length;
  }

  /** A client to the server of the moment; it says when that does not answer. */
  client(options: pg.ClientConfig): pg.Client {
    return new (this.clientClass())(options);
  }

  /** For pools too, which make clients themselves. */
  clientClass(): typeof pg.Client {
    const hosts = this;
    class HostClient extends pg.Client {
      readonly url: string;

      constructor(options: pg.ClientConfig) {
        const { url } = hosts;
        super({ ...options, connectionString: url });
        this.url = url;
      }
    }
    const plain = pg.Client.prototype.connect as unknown as Connect;
    function connect(this: HostClient, told?: Connected): Promise<unknown> | undefined {
      const lost = (fout: unknown) => {
        if (fout !== undefined && fout !== null) hosts.gaveUp(this.url);
      };
      if (told === undefined) {
        return plain.call(this)?.catch((fout: unknown) => {
          lost(fout);
          throw fout;
        });
      }
      return plain.call(this, (fout, ...rest) => {
        lost(fout);
        told(fout, ...rest);
      });
    }
    // Its two forms, with a callback (as pools use it) and without, have types that no override can have.
    Object.assign(HostClient.prototype, { connect });
    return HostClient;
  }

  /** Throws when this client reached a server that may not write, and there are others. */
  async ensureWritable(client: pg.ClientBase): Promise<void> {
    if (this.count === 1) return;
    const { rows } = await client.query<{ follows: boolean }>('select pg_is_in_recovery() as follows');
    if (rows[0]?.follows !== true) return;
    this.gaveUp((client as unknown as { readonly url: string }).url);
    throw new TransientStoreError(READ_ONLY);
  }
}

/** One URL for each of the hosts that stand between the account and the database, with commas. */
function urlsOf(databaseUrl: string): string[] {
  const scheme = databaseUrl.indexOf('://');
  if (scheme === -1) return [databaseUrl];
  const end = databaseUrl.slice(scheme + 3).search(/[/?]/);
  const tail = end === -1 ? databaseUrl.length : scheme + 3 + end;
  const begin = Math.max(databaseUrl.lastIndexOf('@', tail - 1) + 1, scheme + 3);
  const hosts = databaseUrl.slice(begin, tail);
  if (!hosts.includes(',')) return [databaseUrl];
  return hosts.split(',').map((host) => databaseUrl.slice(0, begin) + host + databaseUrl.slice(tail));
}
