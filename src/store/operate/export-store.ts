import { type FileHandle, open, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { sql } from 'kysely';
import { checkKey } from '../client-key/check-key.ts';
import { mainKey } from '../client-key/data-sleutel.ts';
import { type Db, firstOf, rowsOf } from '../engine/db.ts';
import { syncFolder } from '../engine/pglite/sync-disk.ts';
import { MIGRATION_NAMES, migrationsOf, NewerStore } from '../migrations/migrate.ts';
import {
  type SeriesState,
  type StoredTable,
  seriesState,
  storedTables,
  type TableTotals,
  totalsOf,
} from './catalogue.ts';
import { ensureIdle, ensureThere, NotPossible, type StorePlace, withDatabase } from './idle-store.ts';
import { SealedFileWriter } from './sealed-file.ts';

/** Rows of a frame, and what they may take together (bytes as they are stored). */
const ROWS = 1_000;
const BYTES = 8 * 1024 * 1024;

/** First line of a frame of rows; the second is the rows, each a list of texts or nulls in the order of `columns`. */
export interface RowsHead {
  readonly table: string;
  readonly columns: readonly string[];
}

/** The last frame: what must be there once all of it was put somewhere. */
export interface FileEnd {
  readonly tables: readonly TableTotals[];
  readonly series: readonly SeriesState[];
}

export interface Exported extends FileEnd {
  readonly bytes: number;
}

/**
 * Everything of a store that is at rest into one encrypted file for this account alone, as it stands at one moment. Throws
 * NotPossible, FolderInUse, WrongDataKey or NewerStore.
 */
export async function exportStore(place: StorePlace, path: string): Promise<Exported> {
  ensureThere(place);
  await ensureIdle(place);
  const file = await newFile(path);
  try {
    const exported = await withDatabase(place, (db) => exportTo(file, place, db));
    await file.sync();
    await file.close();
    syncFolder(dirname(path));
    return exported;
  } catch (fout) {
    await file.close().catch(() => undefined);
    await rm(path, { force: true });
    throw fout;
  }
}

async function newFile(path: string): Promise<FileHandle> {
  try {
    return await open(path, 'wx', 0o600);
  } catch (fout) {
    const code = (fout as NodeJS.ErrnoException).code;
    if (code === 'EEXIST')
      throw new NotPossible(`${path} bestaat al. Kies een andere naam; er wordt niets overschreven.`);
    throw new NotPossible(`${path} kan niet worden gemaakt (${code ?? 'onbekend'}).`);
  }
}

async function exportTo(file: FileHandle, place: StorePlace, db: Db): Promise<Exported> {
  const migrations = await migrationsOf(db);
  const unknown = migrations.filter((name) => !MIGRATION_NAMES.includes(name));
  if (unknown.length > 0) throw new NewerStore(unknown);
  const migration = migrations.at(-1);
  if (migration === undefined) throw new NotPossible('Deze database is leeg: er is niets te exporteren.');
  const main = await checkKey(db, mainKey(place.sleutel, place.dataDir));
  const writer = await SealedFileWriter.begin(file, main, migration);
  return db.transaction().execute(async (trx) => {
    // One moment for all tables, counts and sums.
    await sql`set transaction isolation level repeatable read, read only`.execute(trx);
    const tables = await storedTables(trx);
    const totals: TableTotals[] = [];
    const series: SeriesState[] = [];
    for (const table of tables) {
      await writeRows(trx, writer, table);
      totals.push(await totalsOf(trx, table));
      for (const column of table.series) series.push(await seriesState(trx, table.table, column));
    }
    const end: FileEnd = { tables: totals, series };
    await writer.frame(JSON.stringify(end), true);
    return { ...end, bytes: writer.bytes };
  });
}

/** As they stand in the table, a few at a time: what is sealed stays sealed. */
async function writeRows(trx: Db, writer: SealedFileWriter, table: StoredTable): Promise<void> {
  const columns = table.columns.map(({ name }) => name);
  const head: RowsHead = { table: table.table, columns };
  const texts = sql.join(columns.map((name) => sql`${sql.ref(name)}::text`));
  await sql`declare alle no scroll cursor for select json_build_array(${texts})::text as rij from ${sql.table(table.table)}`.execute(
    trx,
  );
  const some = sql<{ rij: string }>`fetch ${sql.lit(await rowsAtOnce(trx, table))} from alle`;
  for (;;) {
    const rows = await rowsOf(trx, some);
    if (rows.length === 0) break;
    await writer.frame(`${JSON.stringify(head)}\n[${rows.map(({ rij }) => rij).join(',')}]`, false);
  }
  await sql`close alle`.execute(trx);
}

/** So many of the widest that there are fit in a frame. */
async function rowsAtOnce(trx: Db, { table, columns }: StoredTable): Promise<number> {
  const wide = columns.filter(({ type }) => ['bytea', 'json', 'text'].includes(type));
  const width = sql.join(
    wide.map(({ name }) => sql`coalesce(pg_column_size(${sql.ref(name)}), 0)`),
    sql` + `,
  );
  if (wide.length === 0) return ROWS;
  const rij = await firstOf(
    trx,
    sql<{ widest: number | null }>`select max(${width}) as widest from ${sql.table(table)}`,
  );
  return Math.max(1, Math.min(ROWS, Math.floor(BYTES / Math.max(1, rij?.widest ?? 1))));
}
