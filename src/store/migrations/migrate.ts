import { type Kysely, Migrator, sql } from 'kysely';
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
import * as audit from './0012-audit.ts';
import * as stuf from './0015-stuf.ts';
import * as sessies from './0016-sessies.ts';
import * as oorzaken from './0017-oorzaken.ts';
import * as clienten from './0018-clienten.ts';
import * as abonnementen from './0019-abonnementen.ts';
import * as bewaren from './0021-bewaren.ts';
import * as uitwisseling from './0022-uitwisseling.ts';
import * as meldingen from './0023-meldingen.ts';
import * as onbekendeRegio from './0024-onbekende-regio.ts';
import * as antwoorden from './0025-antwoorden.ts';
import * as vastgelopen from './0026-vastgelopen.ts';
import * as retourcodes from './0027-retourcodes.ts';

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
  '0012-audit': audit,
  '0015-stuf': stuf,
  '0016-sessies': sessies,
  '0017-oorzaken': oorzaken,
  '0018-clienten': clienten,
  '0019-abonnementen': abonnementen,
  '0021-bewaren': bewaren,
  '0022-uitwisseling': uitwisseling,
  '0023-meldingen': meldingen,
  '0024-onbekende-regio': onbekendeRegio,
  '0025-antwoorden': antwoorden,
  '0026-vastgelopen': vastgelopen,
  '0027-retourcodes': retourcodes,
};

/** The database was brought up to date by a newer build, which may keep things here that this one would not see. */
export class NewerStore extends Error {
  constructor(unknown: readonly string[]) {
    super(
      `Deze database is van een nieuwere versie van de gateway (onbekend hier: ${unknown.join(', ')}). Start die nieuwere versie, ` +
        'of zet de reservekopie terug die voor de overgang is gemaakt',
    );
    this.name = 'NewerStore';
  }
}

/** Names of all migrations, in order. */
export const MIGRATION_NAMES: readonly string[] = Object.keys(MIGRATIONS);

/**
 * Brings the schema up to date, or no further than `to`. Processes that start together take turns (an advisory lock of the
 * migrator). Throws NewerStore.
 */
export async function migrate(db: Kysely<unknown>, to?: string): Promise<void> {
  const unknown = (await migrationsOf(db)).filter((name) => !Object.hasOwn(MIGRATIONS, name));
  if (unknown.length > 0) throw new NewerStore(unknown);
  const migrator = new Migrator({ db, provider: { getMigrations: async () => MIGRATIONS } });
  const { error } = to === undefined ? await migrator.migrateToLatest() : await migrator.migrateTo(to);
  if (error !== undefined) throw error;
}

/** The migrations that were done in this database, in order; none in a new one. */
export async function migrationsOf(db: Kysely<unknown>): Promise<string[]> {
  const there = await sql<{ there: boolean }>`select to_regclass('kysely_migration') is not null as there`.execute(db);
  if (there.rows[0]?.there !== true) return [];
  const done = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db);
  return done.rows.map(({ name }) => name);
}
