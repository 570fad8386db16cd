import { sql } from 'kysely';
import type { Logger } from '../../log/logger.ts';
import { type Db, firstOf } from '../engine/db.ts';
import { clientSleutel } from './client-sleutel.ts';
import { dataSleutel } from './data-sleutel.ts';

const NAAM = 'sleutel-afdruk';

/** The key of the BSN hash is not the one that this database was filled with. */
export class WrongDataKey extends Error {
  constructor() {
    super(
      'DATA_SLEUTEL (or the key in DATA_DIR) is not the one that this database was made with: no client would be found ' +
        'again. Give every process of this database the same DATA_SLEUTEL',
    );
    this.name = 'WrongDataKey';
  }
}

/** Shorter ones can be guessed by who has a copy of the database: a BSN has few values, so only the key hides them. */
const SHORTEST = 32;

/** The key of the BSN hash, and whether it is a short one that somebody chose. */
export interface DataKey {
  readonly bytes: Uint8Array;
  readonly short: boolean;
}

export function dataKey(chosen: string | null, dataDir: string): DataKey {
  return { bytes: dataSleutel(chosen, dataDir), short: chosen !== null && chosen.length < SHORTEST };
}

/** A new database is not begun with a key that can be guessed: it could never be given a better one. */
export class ShortDataKey extends Error {
  constructor() {
    super(
      `DATA_SLEUTEL is korter dan ${SHORTEST} tekens. Kies voor een nieuwe database een willekeurige van ${SHORTEST} of meer, ` +
        'bijvoorbeeld met: openssl rand -hex 32',
    );
    this.name = 'ShortDataKey';
  }
}

/**
 * Keeps a print of the first key in the database, and refuses any other. A short one is refused for a new database; one
 * that was begun with it opens, and that is told.
 */
export async function checkKey(db: Db, key: DataKey, logger?: Logger): Promise<void> {
  const { short } = key;
  const afdruk = clientSleutel(key.bytes, NAAM);
  if (short && (await print(db)) === undefined) throw new ShortDataKey();
  await sql`insert into instelling (naam, waarde) values (${NAAM}, ${afdruk}) on conflict do nothing`.execute(db);
  if ((await print(db)) !== afdruk) throw new WrongDataKey();
  if (short) logger?.warn('DATA_SLEUTEL is short: whoever gets a copy of the database may guess it', { SHORTEST });
}

async function print(db: Db): Promise<string | undefined> {
  const rij = await firstOf(db, sql<{ waarde: string }>`select waarde from instelling where naam = ${NAAM}`);
  return rij?.waarde;
}
