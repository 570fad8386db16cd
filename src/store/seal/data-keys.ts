import { createSecretKey, hkdfSync, type KeyObject, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Logger } from '../../log/logger.ts';
import type { KeyRing } from '../bodies.ts';
import { checkKey } from '../client-key/check-key.ts';
import type { MainKey } from '../client-key/data-sleutel.ts';
import { type Db, rowsOf } from '../engine/db.ts';
import type { RowOf } from '../tables/column-set.ts';
import { DATA_SLEUTEL } from '../tables/control/data-sleutel.ts';
import { type DataKey, decrypt, encrypt } from './cipher.ts';

const KEY_BYTES = 32;
/** Names of what is derived from the main key; another name gives another key. */
const WRAPS = 'ijw-gateway: wraps data keys';
/** The main key as a version: it stands where the version of a data key would. */
const MAIN = 0;

/**
 * The data keys of one database: made at random, kept in it wrapped by a key that is derived from DATA_SLEUTEL, known here by
 * version. All versions open, the newest seals.
 */
export class DataKeys implements KeyRing {
  readonly #main: MainKey;
  #clientKey: Uint8Array | undefined;
  #wraps: DataKey | undefined;
  readonly #keys = new Map<number, KeyObject>();
  #newest: DataKey | undefined;

  constructor(main: MainKey) {
    this.#main = main;
  }

  /** Of the hash that stands for a BSN. */
  get clientKey(): Uint8Array {
    return opened(this.#clientKey);
  }

  get newest(): DataKey {
    return opened(this.#newest);
  }

  key(version: number): KeyObject | undefined {
    return this.#keys.get(version);
  }

  /** Throws WrongDataKey or ShortDataKey; makes the first data key of a database that has none. */
  async unlock(db: Db, logger?: Logger): Promise<void> {
    this.#clientKey = await checkKey(db, this.#main, logger);
    const wraps = Buffer.from(hkdfSync('sha256', this.#clientKey, Buffer.alloc(0), WRAPS, KEY_BYTES));
    this.#wraps = { version: MAIN, key: createSecretKey(wraps) };
    await this.read(db);
    if (this.#newest === undefined) await this.make(db);
  }

  /** Looks whether other processes made one. */
  async read(db: Db): Promise<void> {
    const { key: wraps } = opened(this.#wraps);
    const rijen = await rowsOf(
      db,
      sql<RowOf<typeof DATA_SLEUTEL>>`select ${DATA_SLEUTEL.select('d')} from data_sleutel d order by versie`,
    );
    for (const { versie: version, sleutel } of rijen) {
      const known = this.#keys.get(version);
      const key = known ?? createSecretKey(unwrap(wraps, version, sleutel));
      this.#keys.set(version, key);
      this.#newest = { version, key };
    }
  }

  /** A new one, which seals from here on; gives its version. Others learn it when they look, or at the first value that has it. */
  async make(db: Db): Promise<number> {
    for (;;) {
      const version = (this.#newest?.version ?? 0) + 1;
      const sleutel = encrypt(opened(this.#wraps), placeOf(version), randomBytes(KEY_BYTES));
      const made = await rowsOf(
        db,
        sql`insert into data_sleutel (versie, sleutel) values (${version}::int, ${sleutel}::bytea)
          on conflict do nothing returning versie`,
      );
      await this.read(db);
      if (made.length > 0) return version;
      // Another process made this version a moment earlier: at a first start its key is as good.
      if (version === 1) return version;
    }
  }
}

function unwrap(wraps: KeyObject, version: number, sleutel: Uint8Array): Buffer {
  try {
    return decrypt(wraps, placeOf(version), Buffer.from(sleutel));
  } catch {
    throw new Error(`data key ${version} does not open with DATA_SLEUTEL: table data_sleutel was changed`);
  }
}

function placeOf(version: number): string {
  return `data_sleutel|${version}`;
}

function opened<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('the store was not opened with `migrate` yet');
  return value;
}
