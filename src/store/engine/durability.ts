import { sql } from 'kysely';
import { type Db, rowsOf } from './db.ts';

/** Settings that are off with which the database answers a commit before it is safe on disk. */
export async function unsafeSettings(db: Db): Promise<string[]> {
  const off = sql<{ name: string }>`
    select name from pg_settings
    where name in ('fsync', 'full_page_writes', 'synchronous_commit') and setting = 'off' order by name`;
  return (await rowsOf(db, off)).map(({ name }) => name);
}
