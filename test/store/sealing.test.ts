import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Db, dbOver, firstOf, rowsOf } from '../../src/store/engine/db.ts';
import { pgSource } from '../../src/store/engine/pg/pg-source.ts';
import { NewerStore } from '../../src/store/migrations/migrate.ts';
import { openStore } from '../../src/store/open-store.ts';
import { storedTables } from '../../src/store/operate/catalogue.ts';
import { exportStore } from '../../src/store/operate/export-store.ts';
import { importStore } from '../../src/store/operate/import-store.ts';
import { SEALED_TABLES } from '../../src/store/seal/older-values.ts';
import { ALLES } from '../access/wie.ts';
import { type PostgresServer, postgresBinaries, startPostgres } from '../servers/postgres.ts';
import { stilleLogger } from '../servers/stille-logger.ts';
import { SLEUTEL } from './contract/kennis.ts';
import { bewaar, partijen, vraag } from './make.ts';
import { OLDER_FILE, OLDER_KEY } from './older/older.ts';

/** What the sealed columns hold, as text and as bytes. */
async function sealedValues(db: Db): Promise<{ column: string; value: string }[]> {
  const all = SEALED_TABLES.flatMap(({ table, columns }) => Object.keys(columns).map((column) => ({ table, column })));
  const values = all.map(async ({ table, column }) => {
    const rows = await rowsOf(
      db,
      sql<{ v: string }>`select ${sql.ref(column)}::text as v from ${sql.table(table)}
      where ${sql.ref(column)} is not null`,
    );
    return rows.map(({ v }) => {
      return {
        column: `${table}.${column}`,
        value: v.startsWith('\\x') ? Buffer.from(v.slice(2), 'hex').toString('latin1') : v,
      };
    });
  });
  return (await Promise.all(values)).flat();
}

/** What was written down of new data keys. */
async function written(url: string): Promise<string[]> {
  const db = dbOver(pgSource(url));
  try {
    const tables = await storedTables(db);
    const { table = '' } = tables.find(({ columns }) => columns.some(({ name }) => name === 'door_naam')) ?? {};
    const rows = sql<{ onderwerp: string }>`
      select onderwerp from ${sql.table(table)} where handeling = 'datasleutel-gemaakt' order by rij`;
    return (await rowsOf(db, rows)).map(({ onderwerp }) => onderwerp);
  } finally {
    await db.destroy();
  }
}

function isSealed(value: string): boolean {
  const bytes = value.startsWith('\0ijw') && [1, 2].includes(value.charCodeAt(4));
  return bytes || /^(?:ijw-seal:[12]:|\{"ijwSeal":\s?[12]|\[\]$|\{\}$)/.test(value);
}

const installed = postgresBinaries() !== null;
describe.skipIf(!installed)('what is sealed', () => {
  const map = mkdtempSync(join(tmpdir(), 'ijw-zegel-'));
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(async () => {
    await server?.stop();
    rmSync(map, { recursive: true, force: true });
  });
  const openOn = (databaseUrl: string, sleutel = SLEUTEL) => openStore({ databaseUrl, dataDir: map, sleutel });

  it('with a key that another process made a moment ago is opened all the same', async () => {
    const url = await server.database();
    const [een, twee] = [await openOn(url), await openOn(url)];
    try {
      await Promise.all([een.migrate(), twee.migrate()]);
      const wie = partijen();
      const eerst = await bewaar(een, wie, { bytes: Buffer.from('<Bericht>een</Bericht>') });
      expect(await een.rotateDataKey()).toBe(2);
      expect(await written(url)).toEqual(['datasleutel 2']);
      const daarna = await bewaar(een, wie, { bytes: Buffer.from('<Bericht>twee</Bericht>') });
      for (const [werk, tekst] of [
        [eerst, 'een'],
        [daarna, 'twee'],
      ] as const) {
        expect(Buffer.from((await twee.messageBytes(werk.id, ALLES)) ?? []).toString()).toContain(tekst);
      }
      // Also in a lane's turn, and when two make one at once.
      expect((await Promise.all([een.rotateDataKey(), twee.rotateDataKey()])).toSorted()).toEqual([3, 4]);
      await bewaar(een, wie);
      await bewaar(twee, wie);
      expect((await twee.work(wie.laan, 10)).werk).toHaveLength(4);
      expect((await een.work(wie.laan, 10)).werk).toHaveLength(4);
    } finally {
      await Promise.all([een.close(), twee.close()]);
    }
  });

  it('cannot be moved to another row, nor be changed', async () => {
    const url = await server.database();
    const [store, db] = [await openOn(url), dbOver(pgSource(url))];
    try {
      await store.migrate();
      const wie = partijen();
      const [een, twee] = [await bewaar(store, wie), await bewaar(store, wie)];
      await sql`update inhoud set bytes = (select bytes from inhoud where bericht_id = ${een.id}::uuid)
        where bericht_id = ${twee.id}::uuid`.execute(db);
      await expect(store.messageBytes(twee.id, ALLES)).rejects.toThrow('inhoud.bytes does not open');
      await expect(store.messageBytes(een.id, ALLES)).resolves.toBeDefined();
      await sql`update data_sleutel set sleutel = set_byte(sleutel, 20, get_byte(sleutel, 20) # 1)`.execute(db);
      const later = await openOn(url);
      await expect(later.migrate()).rejects.toThrow('data_sleutel was changed');
      await later.close();
    } finally {
      await Promise.all([store.close(), db.destroy()]);
    }
  });

  it('is everything that an older build left in the clear, once the store was opened', async () => {
    const url = await server.database();
    await importStore({ databaseUrl: url, dataDir: map, sleutel: OLDER_KEY }, OLDER_FILE);
    const db = dbOver(pgSource(url));
    try {
      const before = await sealedValues(db);
      expect(before.filter(({ value }) => /<\w+:Bericht|"Bsn"|"melding"/.test(value)).length).toBeGreaterThan(45);
      const said: unknown[] = [];
      const logger = { ...stilleLogger, info: (zin: string, velden?: object) => void said.push({ zin, ...velden }) };
      const store = await openStore({ databaseUrl: url, dataDir: map, sleutel: OLDER_KEY, logger });
      await store.migrate();
      // Only what the start had no time for is left to the work beside it.
      while ((await store.sealOlder()) !== null);
      const after = await sealedValues(db);
      const open = after.filter(({ value }) => !isSealed(value));
      expect(open.map(({ column }) => column)).toEqual([]);
      expect(after.length).toBe(before.length);
      expect(said).toContainEqual(expect.objectContaining({ zin: expect.stringContaining('encrypted now') }));
      const { berichten, kennis } = {
        berichten: await store.messages({ scope: ALLES, limit: 100 }),
        kennis: store.loadKennis,
      };
      expect(berichten.length).toBe(40);
      for (const { id } of berichten) {
        expect(Buffer.from((await store.messageBytes(id, ALLES)) ?? []).toString()).toContain('Bericht');
      }
      const [rij] = await rowsOf(
        db,
        sql<{ gemeente: string; aanbieder: string; client: string }>`select * from client_gegevens`,
      );
      if (rij === undefined) throw new Error('no client');
      const [gevonden] = await kennis([vraag(rij, { clienten: [rij.client] })]);
      expect(gevonden?.kennis.clientGegevens[rij.client]).toHaveProperty('Bsn');
      await store.close();
    } finally {
      await db.destroy();
    }
  });

  it('of a store that a newer build brought up to date is left alone', async () => {
    const url = await server.database();
    const [store, db] = [await openOn(url), dbOver(pgSource(url))];
    try {
      await store.migrate();
      await sql`insert into kysely_migration (name, timestamp) values ('9999-later', 'x')`.execute(db);
      await expect(store.migrate()).rejects.toThrow(NewerStore);
      await expect(store.migrate()).rejects.toThrow(/nieuwere versie.*9999-later.*reservekopie/);
    } finally {
      await Promise.all([store.close(), db.destroy()]);
    }
    const uit = join(map, 'nieuwer.export');
    await expect(exportStore({ databaseUrl: url, dataDir: map, sleutel: SLEUTEL }, uit)).rejects.toThrow(NewerStore);
  });

  it('in a file that is cut short, changed or put together otherwise is not imported', async () => {
    const heel = readFileSync(OLDER_FILE);
    const url = await server.database();
    const place = { databaseUrl: url, dataDir: map, sleutel: OLDER_KEY };
    const anders = join(map, 'anders.export');
    const proef = async (bytes: Uint8Array, zin: string | RegExp) => {
      writeFileSync(anders, bytes);
      await expect(importStore(place, anders)).rejects.toThrow(zin);
    };
    await proef(heel.subarray(0, -1), 'niet heel');
    await proef(heel.subarray(0, heel.length / 2), 'niet heel');
    await proef(Buffer.concat([heel, Buffer.of(0)]), 'niet heel');
    await proef(Buffer.from('<Bericht/>'), 'geen bestand van');
    const gewijzigd = Buffer.from(heel);
    gewijzigd[heel.length - 30] = (gewijzigd[heel.length - 30] ?? 0) ^ 1;
    await proef(gewijzigd, 'niet heel');
    // Of two frames each in the place of the other.
    const begin = 12 + heel.readUInt32BE(8);
    const een = 20 + heel.readUInt32BE(begin);
    const twee = 20 + heel.readUInt32BE(begin + een);
    const [a, b] = [heel.subarray(begin, begin + een), heel.subarray(begin + een, begin + een + twee)];
    await proef(Buffer.concat([heel.subarray(0, begin), b, a, heel.subarray(begin + een + twee)]), /niet/);
    // After all of that nothing is there, and the whole one goes in.
    await importStore(place, OLDER_FILE);
    const db = dbOver(pgSource(url));
    expect(await firstOf(db, sql<{ n: number }>`select count(*) as n from bericht`)).toEqual({ n: 40 });
    await db.destroy();
  });
});
