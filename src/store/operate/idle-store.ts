import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { type Db, dbOver } from '../engine/db.ts';
import { asStoreError } from '../engine/errors.ts';
import { pgSource } from '../engine/pg/pg-source.ts';
import { pgliteSource } from '../engine/pglite/pglite-source.ts';

/** Where a store is, and the key that it was begun with. */
export interface StorePlace {
  /** Null: PGlite in `dataDir`. */
  readonly databaseUrl: string | null;
  readonly dataDir: string;
  /** DATA_SLEUTEL; null: the one in `dataDir`. */
  readonly sleutel: string | null;
}

/** Refused for a reason that whoever asked can do something about; the message is a Dutch sentence. */
export class NotPossible extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'NotPossible';
  }
}

/** Whether an embedded store was ever made there; a server says so itself. */
export function ensureThere({ databaseUrl, dataDir }: StorePlace): void {
  if (databaseUrl === null && !existsSync(join(dataDir, 'pglite'))) {
    throw new NotPossible(`In ${dataDir} is geen database. Zet DATA_DIR of DATABASE_URL zoals bij de gateway zelf.`);
  }
}

/** Opens the database beside whatever else uses it (a server), or for this process alone. Throws FolderInUse. */
export async function withDatabase<T>(place: StorePlace, work: (db: Db) => Promise<T>): Promise<T> {
  const { databaseUrl, dataDir } = place;
  const db = dbOver(databaseUrl === null ? await pgliteSource(dataDir) : pgSource(databaseUrl));
  try {
    return await work(db);
  } finally {
    await db.destroy();
  }
}

/** How long the sessions of a process that ended may still be there, and how often is looked (ms). */
const GONE_MS = 5_000;
const LOOK_MS = 200;

/** Throws when a gateway is connected to the server; an embedded store cannot be opened while one has it. */
export async function ensureIdle({ databaseUrl }: StorePlace): Promise<void> {
  if (databaseUrl === null) return;
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const until = performance.now() + GONE_MS;
    while (await isUsed(client)) {
      if (performance.now() > until) {
        throw new NotPossible('Er draait nog een gateway op deze database. Stop eerst alle processen ervan.');
      }
      await sleep(LOOK_MS);
    }
  } catch (fout) {
    throw fout instanceof NotPossible ? fout : asStoreError(fout);
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function isUsed(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ used: boolean }>(
    `select exists (select from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid() and application_name like 'ijw-gateway%') as used`,
  );
  return rows[0]?.used === true;
}
