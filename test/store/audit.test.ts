import { tmpdir } from 'node:os';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dbOver } from '../../src/store/engine/db.ts';
import { pgSource } from '../../src/store/engine/pg/pg-source.ts';
import * as chained from '../../src/store/migrations/0012-audit.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';
import { type PostgresServer, postgresBinaries, startPostgres } from '../servers/postgres.ts';
import { SLEUTEL } from './contract/kennis.ts';

describe.skipIf(postgresBinaries() === null)('an audit that somebody changes by SQL', () => {
  let server: PostgresServer | undefined;
  let store: Store | undefined;
  let client: pg.Client | undefined;
  let url = '';
  beforeAll(async () => {
    server = await startPostgres();
    url = await server.database();
    store = await openStore({ databaseUrl: url, dataDir: tmpdir(), sleutel: SLEUTEL });
    await store.migrate();
    client = new pg.Client({ connectionString: url });
    await client.connect();
  });
  afterAll(async () => {
    await client?.end();
    await store?.close();
    await server?.stop();
  });

  function opened(): Store {
    if (store === undefined) throw new Error('the store is not open');
    return store;
  }

  /** Five rows in an audit that was empty, then what is done to them; gives the verdict. */
  async function after(change: string) {
    await client?.query(`truncate audit, audit_keten restart identity`);
    for (let nr = 1; nr <= 5; nr++) {
      const op = new Date(Date.UTC(2026, 2, nr));
      await opened().audit({ door: 'a', doorNaam: 'b', handeling: 'replay', onderwerp: `nr ${nr}`, op });
    }
    await client?.query(change);
    return opened().verifyAudit();
  }

  it.each([
    ['a word', `update audit set handeling = 'besluit' where rij = 3`, 3],
    ['a moment, by a microsecond', `update audit set op = op + interval '1 microsecond' where rij = 2`, 2],
    ['a reason that was none', `update audit set reden = 'x' where rij = 5`, 5],
    ['who it was, to nobody', `update audit set door_naam = null where rij = 1`, 1],
    ['the hash', `update audit set hash = sha256('x') where rij = 4`, 4],
    ['a row that is gone', 'delete from audit where rij = 3', 4],
    ['the first, gone', 'delete from audit where rij = 1', 2],
    ['the last, gone', 'delete from audit where rij = 5', 5],
    ['all, gone', 'delete from audit', 5],
    [
      'one that was never written',
      `insert into audit (op, door, handeling, onderwerp, vorige, hash)
      select op, door, handeling, onderwerp, hash, sha256('y') from audit where rij = 5`,
      6,
    ],
    [
      'two, in each other’s place',
      `update audit a set onderwerp = b.onderwerp from audit b
      where (a.rij, b.rij) in ((2, 4), (4, 2))`,
      2,
    ],
    ['where it ends', 'delete from audit_keten', 0],
  ])('shows: %s', async (_what, change, rij) => {
    expect(await after(change)).toEqual({ kind: 'broken', rij });
  });

  it('is whole when nobody does', async () => {
    expect(await after('select 1')).toMatchObject({ kind: 'whole', rows: 5 });
    // The zone of a session says nothing of the moment.
    expect(await after(`alter role current_user set timezone = 'Asia/Tokyo'`)).toMatchObject({ kind: 'whole' });
  });

  it('holds what was written before there was a chain', async () => {
    await after('select 1');
    const source = pgSource(url);
    const db = dbOver(source);
    try {
      const undo = [
        'drop table audit_keten',
        'alter table audit drop column vorige, drop column hash',
        'alter table audit rename to inzage',
        'alter index audit_onderwerp rename to inzage_onderwerp',
      ];
      for (const statement of undo) await sql.raw(statement).execute(db);
      await chained.up(db);
    } finally {
      await db.destroy();
    }
    expect(await opened().verifyAudit()).toMatchObject({ kind: 'whole', rows: 5 });
    await opened().audit({ door: 'a', doorNaam: 'b', handeling: 'replay', onderwerp: 'nr 6', op: new Date() });
    expect(await opened().verifyAudit()).toMatchObject({ kind: 'whole', rows: 6 });
  });
});
