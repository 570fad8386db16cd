import { type Kysely, Migrator } from 'kysely';
import * as begin from './0001-begin.ts';
import * as termijnen from './0002-termijnen.ts';
import * as inzicht from './0003-inzicht.ts';
import * as samen from './0004-samen.ts';
import * as verslagen from './0005-verslagen.ts';
import * as wachtrij from './0006-wachtrij.ts';
import * as uitweg from './0007-uitweg.ts';
import * as door from './0008-door.ts';
import * as kanalen from './0009-kanalen.ts';
import * as versleuteld from './0010-versleuteld.ts';
import * as zoeken from './0011-zoeken.ts';
import * as stuf from './0015-stuf.ts';

/** Migrations in order of name; one that was released never changes. */
const MIGRATIONS = {
  '0001-begin': begin,
  '0002-termijnen': termijnen,
  '0003-inzicht': inzicht,
  '0004-samen': samen,
  '0005-verslagen': verslagen,
  '0006-wachtrij': wachtrij,
  '0007-uitweg': uitweg,
  '0008-door': door,
  '0009-kanalen': kanalen,
  '0010-versleuteld': versleuteld,
  '0011-zoeken': zoeken,
  '0015-stuf': stuf,
};

/** Brings the schema up to date. Processes that start together take turns (an advisory lock of the migrator). */
export async function migrate(db: Kysely<unknown>): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => MIGRATIONS } });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
}
