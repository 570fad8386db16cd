import { existsSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { sql } from 'kysely';
import { mainKey } from '../client-key/data-sleutel.ts';
import { type Db, firstOf } from '../engine/db.ts';
import { MIGRATION_NAMES, migrate, migrationsOf, NewerStore } from '../migrations/migrate.ts';
import { type StoredTable, setSeries, storedTables, totalsOf } from './catalogue.ts';
import type { FileEnd, RowsHead } from './export-store.ts';
import { ensureIdle, NotPossible, type StorePlace, withDatabase } from './idle-store.ts';
import { SealedFileReader } from './sealed-file.ts';

/**
 * Everything in a file of `exportStore` into an empty store, in one transaction: all of it, counted and added up, or nothing.
 * What an older build exported is put in its own tables, and these are brought up to date then. Throws NotPossible, FolderInUse
 * or NewerStore.
 */
export async function importStore(place: StorePlace, path: string): Promise<FileEnd> {
  const file = await openFile(path);
  try {
    const reader = await SealedFileReader.open(file);
    const { migration } = reader.header;
    if (!MIGRATION_NAMES.includes(migration)) throw new NewerStore([migration]);
    const frames = reader.frames(mainKeyOf(place).forms);
    // Before anything is made: a wrong key or a file that is not whole leaves nothing behind.
    const first = await frames.next();
    await ensureIdle(place);
    return await withDatabase(place, async (db) => {
      await emptyStore(db, migration);
      const end = await db.transaction().execute((trx) => fill(trx, first, frames));
      await migrate(db);
      return end;
    });
  } finally {
    await file.close();
  }
}

async function openFile(path: string): Promise<FileHandle> {
  try {
    return await open(path, 'r');
  } catch (fout) {
    throw new NotPossible(`${path} is niet te lezen (${(fout as NodeJS.ErrnoException).code ?? 'onbekend'}).`);
  }
}

/** A new key would open nothing of what is imported: none is made here. */
function mainKeyOf({ sleutel, dataDir }: StorePlace) {
  if (sleutel === null && !existsSync(join(dataDir, 'data-sleutel'))) {
    throw new NotPossible(
      'Zet DATA_SLEUTEL op die van de gateway waar de export vandaan komt (bij de ingebouwde database: de tekst van ' +
        'data-sleutel in haar DATA_DIR), of zet dat bestand in deze DATA_DIR.',
    );
  }
  return mainKey(sleutel, dataDir);
}

const NOT_EMPTY =
  'Deze database is niet leeg. Importeren kan alleen in een nieuwe: kies met DATA_DIR een nieuwe map of met DATABASE_URL een lege ' +
  'database, en start er nog geen gateway op.';

/** Makes the tables as they were where the file was made. */
async function emptyStore(db: Db, migration: string): Promise<void> {
  for (const { table } of await storedTables(db)) {
    const some = await firstOf(db, sql<{ some: boolean }>`select exists (select from ${sql.table(table)}) as some`);
    if (some?.some === true) throw new NotPossible(NOT_EMPTY);
  }
  const done = await migrationsOf(db);
  if (done.length > 0 && done.at(-1) !== migration) throw new NotPossible(NOT_EMPTY);
  await migrate(db, migration);
}

type Frames = ReturnType<SealedFileReader['frames']>;

async function fill(trx: Db, first: Awaited<ReturnType<Frames['next']>>, frames: Frames): Promise<FileEnd> {
  const tables = await storedTables(trx);
  // A gateway that starts now waits for this transaction, and finds a store that is not empty.
  await sql`lock table instelling in share row exclusive mode`.execute(trx);
  for (let next = first; next.done !== true; next = await frames.next()) {
    const { text, last } = next.value;
    if (last) return finish(trx, tables, JSON.parse(text) as FileEnd);
    const cut = text.indexOf('\n');
    await insert(trx, tables, JSON.parse(text.slice(0, cut)) as RowsHead, text.slice(cut + 1));
  }
  throw new NotPossible('Het bestand is niet heel. Maak de export opnieuw.');
}

async function insert(trx: Db, tables: readonly StoredTable[], head: RowsHead, rows: string): Promise<void> {
  const types = new Map(
    tables.find(({ table }) => table === head.table)?.columns.map(({ name, type }) => [name, type]),
  );
  const values = head.columns.map((name, i) => {
    const type = types.get(name);
    if (type === undefined)
      throw new NotPossible(`Deze versie kent ${head.table}.${name} niet, dat in het bestand staat.`);
    return sql`(r ->> ${sql.lit(i)})::${sql.raw(type)}`;
  });
  // Some tables note things in another one as they fill (migration 0022), before its own rows come.
  await sql`insert into ${sql.table(head.table)} (${sql.join(head.columns.map((name) => sql.ref(name)))})
    overriding system value select ${sql.join(values)} from json_array_elements(${rows}::json) r on conflict do nothing`.execute(
    trx,
  );
}

/** Numbering goes on where it stood; then everything is counted and added up here. */
async function finish(trx: Db, tables: readonly StoredTable[], end: FileEnd): Promise<FileEnd> {
  for (const state of end.series) await setSeries(trx, state);
  for (const expected of end.tables) {
    const table = tables.find((each) => each.table === expected.table);
    const found = table === undefined ? undefined : await totalsOf(trx, table, Object.keys(expected.sums));
    if (!isDeepStrictEqual(found, expected)) {
      throw new NotPossible(
        `In ${expected.table} kloppen de aantallen of bedragen niet met het bestand. Er is niets geïmporteerd.`,
      );
    }
  }
  return end;
}
