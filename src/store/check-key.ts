import { sql } from 'kysely';
import { clientSleutel } from './client-sleutel.ts';
import { type Db, firstOf } from './db.ts';

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

/** Keeps a print of the first key in the database, and refuses any other. */
export async function checkKey(db: Db, key: Uint8Array): Promise<void> {
  const afdruk = clientSleutel(key, NAAM);
  await sql`insert into instelling (naam, waarde) values (${NAAM}, ${afdruk}) on conflict do nothing`.execute(db);
  const eerste = await firstOf(db, sql<{ waarde: string }>`select waarde from instelling where naam = ${NAAM}`);
  if (eerste?.waarde !== afdruk) throw new WrongDataKey();
}
