import type { Db } from '../engine/db.ts';
import { MIGRATION_NAMES, migrationsOf, NewerStore } from '../migrations/migrate.ts';
import { NotPossible } from './idle-store.ts';

/** Throws when the database is of a newer build, or waits for a gateway of this one to bring it up to date. */
export async function ensureUpToDate(db: Db): Promise<void> {
  const done = await migrationsOf(db);
  const unknown = done.filter((name) => !MIGRATION_NAMES.includes(name));
  if (unknown.length > 0) throw new NewerStore(unknown);
  if (done.length < MIGRATION_NAMES.length) {
    throw new NotPossible('Deze database is nog niet bijgewerkt. Start eerst een gateway van deze versie erop.');
  }
}
