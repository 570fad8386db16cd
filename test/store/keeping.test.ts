import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_TERMS, FLOOR_TERMS, type KeepTerms } from '../../src/config/bewaartermijnen.ts';
import { auditStore } from '../../src/store/audit/audit.ts';
import { verifyAudit } from '../../src/store/audit/chain.ts';
import { mainKey } from '../../src/store/client-key/data-sleutel.ts';
import { type Db, dbOver, firstOf, rowsOf } from '../../src/store/engine/db.ts';
import { pgSource } from '../../src/store/engine/pg/pg-source.ts';
import { pgliteSource } from '../../src/store/engine/pglite/pglite-source.ts';
import { yearsBefore } from '../../src/store/keeping/cutoffs.ts';
import { keepStore } from '../../src/store/keeping/purge.ts';
import { migrate } from '../../src/store/migrations/migrate.ts';
import { importStore } from '../../src/store/operate/import-store.ts';
import { nameOf } from '../../src/store/person/find.ts';
import { personStore } from '../../src/store/person/person.ts';
import { DataKeys } from '../../src/store/seal/data-keys.ts';
import { giveKeys } from '../../src/store/seal/seal-of.ts';
import { TABLES } from '../../src/store/tables/tables.ts';
import { type PostgresServer, postgresBinaries, startPostgres } from '../servers/postgres.ts';
import { OLDER_FILE, OLDER_KEY } from './older/older.ts';
import { CANARY, CHILD, everything, insertPerson, OTHER } from './person-world.ts';
import { expectedLeft, insertWorld, randomWorld } from './random-world.ts';

const BY = { door: 'test', doorNaam: 'test' };
const map = mkdtempSync(join(tmpdir(), 'ijw-bewaren-'));
let server: PostgresServer | undefined;
beforeAll(async () => {
  if (postgresBinaries() !== null) server = await startPostgres();
});
afterAll(async () => {
  await server?.stop();
  rmSync(map, { recursive: true, force: true });
});

/** A database with the story of an older build in it. */
async function opened(engine: string): Promise<Db> {
  const databaseUrl = engine === 'PostgreSQL' ? ((await server?.database()) ?? '') : null;
  const dataDir = mkdtempSync(join(map, 'store-'));
  await importStore({ databaseUrl, dataDir, sleutel: OLDER_KEY }, OLDER_FILE);
  const db = dbOver(databaseUrl === null ? await pgliteSource(dataDir) : pgSource(databaseUrl));
  const keys = new DataKeys(mainKey(OLDER_KEY, dataDir));
  giveKeys(db, keys);
  await migrate(db);
  await keys.unlock(db);
  return db;
}

async function counts(db: Db): Promise<Record<string, number>> {
  const each = TABLES.map(({ name }) => sql`select ${name}::text as name, count(*)::int as n from ${sql.table(name)}`);
  const rows = await rowsOf(db, sql<{ name: string; n: number }>`${sql.join(each, sql` union all `)}`);
  return Object.fromEntries(rows.map(({ name, n }) => [name, n]));
}

/** As if nothing had come in yet. */
async function empty(db: Db): Promise<void> {
  const stays = ['audit', 'audit_keten', 'data_sleutel', 'instelling'];
  const tables = TABLES.filter(({ name }) => !stays.includes(name)).map(({ name }) => sql.table(name));
  await sql`truncate ${sql.join(tables)}`.execute(db);
}

const run = (db: Db, now: Date, dryRun: boolean, terms: KeepTerms = DEFAULT_TERMS) =>
  keepStore(db).purge({ terms, now, dryRun, by: BY });

const engines = ['PGlite', ...(postgresBinaries() === null ? [] : ['PostgreSQL'])];

describe.each(engines)('keeping, on %s', (engine) => {
  let db: Db;
  beforeAll(async () => {
    db = await opened(engine);
  }, 120_000);
  afterAll(() => db?.destroy());

  it('removes nothing too soon, nothing that is needed, and in the end all that has a term', async () => {
    const begun = await counts(db);
    expect(begun.bericht).toBe(40);
    const last = await firstOf(db, sql<{ op: Date }>`select max(ontvangen_op) as op from bericht`);
    const yearsOn = (years: number) => yearsBefore(last?.op ?? new Date(), -years);
    expect(await run(db, yearsOn(4), false, FLOOR_TERMS)).toMatchObject({ kind: 'done', tables: [] });
    expect(await counts(db)).toEqual(begun);

    // What nobody fetched waits, and so does what nobody decided; the toewijzingen that it made stay with it.
    const held = await run(db, yearsOn(20), true);
    await run(db, yearsOn(20), false);
    const left = await counts(db);
    expect(held).toMatchObject({ dryRun: true });
    expect(left.bericht).toBeGreaterThan(0);
    expect(left.bericht).toBeLessThan(40);
    const waiting = sql<{
      n: number;
    }>`select count(*)::int as n from aflevering where status in ('wacht', 'aangeboden')`;
    expect(await firstOf(db, waiting)).toEqual({ n: left.aflevering });
    expect(left.inhoud).toBe(left.bericht);

    for (const settle of [
      `update aflevering set status = 'bevestigd'`,
      `update terugmelding set klaar_op = now()`,
      `update termijn set klaar_op = now()`,
      `update werkbak set gesloten_op = now()`,
      `update verzoek set stand = 'afgewezen' where stand in ('open', 'onderzoek')`,
      `update toewijzing set einddatum = ingangsdatum where einddatum is null`,
    ]) {
      await sql.raw(settle).execute(db);
    }
    const would = await run(db, yearsOn(20), true);
    expect(await counts(db)).toEqual(left);
    const did = await run(db, yearsOn(20), false);
    if (would.kind !== 'done' || did.kind !== 'done') throw new Error('nobody else is at it');
    const byName = (all: typeof did.tables) => all.toSorted((a, b) => a.table.localeCompare(b.table));
    expect(byName(did.tables)).toEqual(byName(would.tables));
    expect(did.tables.find(({ table }) => table === 'bericht')).toEqual({
      table: 'bericht',
      rows: left.bericht,
      oldest: expect.stringMatching(/^20\d\d-\d\d-\d\d$/),
    });

    const end = await counts(db);
    for (const { name, policy } of TABLES) {
      if ('never' in policy.purge) expect([name, end[name]]).toEqual([name, begun[name]]);
      else if (name !== 'audit') expect([name, end[name]]).toEqual([name, 0]);
    }
    expect(await verifyAudit(db)).toMatchObject({ kind: 'whole' });
    expect(await run(db, yearsOn(20), false)).toMatchObject({ tables: [] });
  }, 120_000);

  it('cuts the begin of the audit so that it still is whole, and nobody else can', async () => {
    await sql`truncate audit, audit_keten restart identity`.execute(db);
    const store = auditStore(db, () => {
      throw new Error('no change');
    });
    const year = (y: number) => new Date(Date.UTC(y, 5, 1));
    // One that was written late with an early moment: it stays with what stands before it.
    for (const y of [2010, 2011, 2020, 2012, 2021]) {
      await store.audit({ door: 'a', doorNaam: 'b', handeling: 'replay', onderwerp: `jaar ${y}`, op: year(y) });
    }
    const rows = () => rowsOf(db, sql<{ onderwerp: string }>`select onderwerp from audit order by rij`);
    expect(await run(db, year(2024), true)).toMatchObject({ tables: [{ table: 'audit', rows: 2 }] });
    expect(await run(db, year(2024), false)).toMatchObject({
      tables: [{ table: 'audit', rows: 2, oldest: '2010-06-01' }],
    });
    expect((await rows()).map(({ onderwerp }) => onderwerp)).toEqual([
      'jaar 2020',
      'jaar 2012',
      'jaar 2021',
      expect.stringMatching(/^rij 2 [0-9a-f]{64}$/),
      'audit 2',
    ]);
    expect(await store.verifyAudit()).toMatchObject({ kind: 'whole', rows: 5 });
    // Once more, past the row that told of the first cut.
    await run(db, year(2028), false);
    expect(await store.verifyAudit()).toMatchObject({ kind: 'whole', rows: 5 });

    const first = await firstOf(
      db,
      sql<{ rij: number; hash: Uint8Array }>`select rij, hash from audit order by rij limit 1`,
    );
    await sql`update audit_keten set begin_hash = ${first?.hash}::bytea`.execute(db);
    await sql`delete from audit where rij = ${first?.rij}::bigint`.execute(db);
    expect(await store.verifyAudit()).toMatchObject({ kind: 'broken', rij: Number(first?.rij) + 1 });
  }, 60_000);

  it('shows one child and nothing of another, and removes it as far as the floors allow', async () => {
    await empty(db);
    // The test before this one left it broken.
    await sql`truncate audit, audit_keten restart identity`.execute(db);
    const op = new Date('2020-05-05T10:00:00Z');
    const { alone, shared, broken, others, odd, wide } = await insertPerson(db, op);
    const person = personStore(db);
    const asked = (now: string) => ({ bsn: CHILD, reden: 'verzoek van de ouders', by: BY, now: new Date(now) });
    const file = await person.showPerson(asked('2023-01-01'));
    const told = JSON.stringify(file);
    for (const word of [CHILD, CANARY, '1987-06-05', 'wil dit', 'Gebeld over', alone, shared, broken, odd, wide])
      expect(told).toContain(word);
    for (const word of [OTHER, 'Merel', others, nameOf(db, OTHER), 'toewijzing 101', '|P1'])
      expect(told).not.toContain(word);
    expect(file.tabellen.prestatie).toHaveLength(1);

    // Three years later nothing may go yet; what stays is told with its day.
    const soon = await person.erasePerson(asked('2023-06-01'), false);
    expect(soon).toMatchObject({ tables: [], redacted: 0 });
    expect(soon.stays).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ wat: 'het dossier bij gemeente 0362 en aanbieder 42000001', tot: '2025-05-05' }),
        expect.objectContaining({ wat: '7 berichten', tot: '2025-05-05' }),
        expect.objectContaining({ wat: '1 besluiten of toekenningen' }),
      ]),
    );

    // Past the floors, before the terms that are set; a dry run tells the same and changes nothing.
    const later = asked('2025-06-01');
    const all = () => person.showPerson({ ...later, bsn: OTHER });
    const would = await person.erasePerson(later, true);
    expect(await everything(db, all)).toContain(CANARY);
    const did = await person.erasePerson(later, false);
    expect(did.tables).toEqual(would.tables);
    expect(did.redacted).toBe(3);
    expect(did.tables.find(({ table }) => table === 'bericht')?.rows).toBe(4);
    const left = await everything(db, () => person.showPerson(later));
    for (const word of [CANARY, '1987-06-05', '9876ZX', 'wil dit', `******${CHILD.slice(-3)}`, 'toewijzing 100', '|P0'])
      expect(left).not.toContain(word);
    expect(left.replaceAll(`"bsn":"${CHILD}"`, '')).not.toContain(CHILD);
    expect(Object.keys((await person.showPerson(later)).tabellen)).toEqual(['audit']);
    // The other child is as it was, in the message that they shared too.
    const other = await all();
    expect(JSON.stringify(other)).toContain('Merel');
    expect([
      other.tabellen.toewijzing?.length,
      other.tabellen.prestatie?.length,
      other.tabellen.inhoud?.length,
      other.tabellen.signaal?.length,
      other.tabellen.signaal_stand?.length,
      other.tabellen.claim?.length,
    ]).toEqual([1, 1, 4, 1, 1, 1]);
    expect(did.stays.every(({ wat }) => wat.includes('audit'))).toBe(true);
    expect(await verifyAudit(db)).toMatchObject({ kind: 'whole' });
  }, 60_000);

  it('agrees with a naive reckoning, in made-up states of any age', async () => {
    const rounds = engine === 'PostgreSQL' ? 8 : 3;
    await empty(db);
    let gone = 0;
    let kept = 0;
    for (let round = 1; round <= rounds; round++) {
      const { world, terms, now } = randomWorld(round, 100);
      await insertWorld(db, world);
      const { messages, units } = expectedLeft(world, terms, now);
      await run(db, now, false, terms);
      const left = await rowsOf(db, sql<{ id: string }>`select id from bericht order by id`);
      expect(
        left.map(({ id }) => id),
        `seed ${round}`,
      ).toEqual(messages.toSorted());
      const clients = await rowsOf(db, sql<{ client: string }>`select client from toewijzing order by client`);
      expect(
        clients.map(({ client }) => client),
        `seed ${round}`,
      ).toEqual(units.toSorted());
      kept += left.length;
      gone += world.messages.length - left.length;
      await empty(db);
    }
    expect(gone).toBeGreaterThan(rounds * 20);
    expect(kept).toBeGreaterThan(rounds * 20);
  }, 120_000);
});
