import { sql } from 'kysely';
import type { Logger } from '../../log/logger.ts';
import { type Db, firstOf } from '../engine/db.ts';
import { clientSleutel } from './client-sleutel.ts';
import type { MainKey } from './data-sleutel.ts';

const NAAM = 'sleutel-afdruk';

/** DATA_SLEUTEL is not the one that this database was filled with. */
export class WrongDataKey extends Error {
  constructor() {
    super(
      'DATA_SLEUTEL (or the key in DATA_DIR) is not the one that this database was made with: no client would be found ' +
        'again and no message opened. Give every process of this database the same DATA_SLEUTEL',
    );
    this.name = 'WrongDataKey';
  }
}

/** Shorter ones can be guessed by who has a copy of the database: a BSN has few values, so only the key hides them. */
const SHORTEST = 32;

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
 * Keeps a print of the first key in the database, and refuses any other; gives the bytes that the database was begun with.
 * A short one is refused for a new database; one that was begun with it opens, and that is told.
 */
export async function checkKey(db: Db, key: MainKey, logger?: Logger): Promise<Uint8Array> {
  const short = key.chosen !== null && key.chosen.length < SHORTEST;
  if ((await print(db)) === undefined) {
    if (short) throw new ShortDataKey();
    const afdruk = clientSleutel(key.forms[0], NAAM);
    await sql`insert into instelling (naam, waarde) values (${NAAM}, ${afdruk}) on conflict do nothing`.execute(db);
  }
  const stored = await print(db);
  const found = key.forms.find((form) => clientSleutel(form, NAAM) === stored);
  if (found === undefined) throw new WrongDataKey();
  if (short) logger?.warn('DATA_SLEUTEL is short: whoever gets a copy of the database may guess it', { SHORTEST });
  return found;
}

async function print(db: Db): Promise<string | undefined> {
  const rij = await firstOf(db, sql<{ waarde: string }>`select waarde from instelling where naam = ${NAAM}`);
  return rij?.waarde;
}
