import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import pg from 'pg';

/** Messages that belong to one toewijzing of the fill: JW301, JW302, JW305 and JW306. */
export const PER_TOEWIJZING = 4;

/** Fills the store of a gateway that does not run, half of it eight years `oud`, and tells the planner what is in it. */
export async function fill({ databaseUrl, dataDir }, { toewijzingen, partijen, oud = false }) {
  const tekst = readFileSync(new URL('./fill.sql', import.meta.url), 'utf8')
    .replaceAll(':aantal', toewijzingen)
    .replaceAll(':partijen', partijen)
    .replaceAll(':oud', oud);
  const db = databaseUrl === '' ? await pglite(dataDir) : await postgres(databaseUrl);
  await db.run(tekst);
  await db.run('vacuum analyze');
  await db.end();
}

async function postgres(connectionString) {
  const client = new pg.Client({ connectionString });
  await client.connect();
  return { run: (tekst) => client.query(tekst), end: () => client.end() };
}

async function pglite(dataDir) {
  const db = await PGlite.create({ dataDir: join(dataDir, 'pglite') });
  return { run: (tekst) => db.exec(tekst), end: () => db.close() };
}
