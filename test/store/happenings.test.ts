import { tmpdir } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Happening } from '../../src/happenings/happening.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';
import { vanPartijen } from '../access/wie.ts';
import { type PostgresServer, postgresBinaries, startPostgres } from '../servers/postgres.ts';
import { since } from './contract/happenings.ts';
import { SLEUTEL } from './contract/kennis.ts';
import { bewaar, partijen, verdict } from './make.ts';

const WRITERS = 8;
const EACH = 40;

describe.skipIf(postgresBinaries() === null)('what happened, while many write', () => {
  let server: PostgresServer | undefined;
  let url = '';
  let store: Store | undefined;
  const told: Happening[] = [];
  const opened: pg.Client[] = [];

  beforeAll(async () => {
    server = await startPostgres();
    url = await server.database();
    store = await openStore({ databaseUrl: url, dataDir: tmpdir(), sleutel: SLEUTEL, tell: (h) => told.push(...h) });
    await store.migrate();
  });
  afterAll(async () => {
    await Promise.all(opened.map((client) => client.end()));
    await store?.close();
    await server?.stop();
  });

  const open = (): Store => {
    if (store === undefined) throw new Error('the store is not open');
    return store;
  };
  async function session(): Promise<pg.Client> {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    opened.push(client);
    return client;
  }
  const write = (client: pg.Client, soort: string) =>
    client.query(`insert into gebeurtenis (laan, soort) values ('AA|1', $1)`, [soort]);
  const replayed = async (position: string) =>
    (await since(open(), position)).map((een) => een.happening?.type ?? null);

  it('keeps back what was committed beside an older transaction, so that nothing comes in before what was read', async () => {
    const [slow, quick] = [await session(), await session()];
    const begin = await open().presentPosition();
    await slow.query('begin');
    await write(slow, 'ontvangen');
    await write(quick, 'opnieuw-aangeboden');
    expect(await replayed(begin)).toEqual([]);
    // Who begins now begins before what is not committed yet.
    const present = await open().presentPosition();
    await slow.query('commit');
    expect(await replayed(begin)).toEqual(['message.received', 'message.replayed']);
    expect(await replayed(present)).toEqual(['message.received', 'message.replayed']);
  });

  it('does not wait for one that only reads, nor tell of one that was undone', async () => {
    const [reader, undone] = [await session(), await session()];
    const begin = await open().presentPosition();
    await reader.query('begin isolation level repeatable read');
    await reader.query('select count(*) from gebeurtenis');
    await undone.query('begin');
    await write(undone, 'ontvangen');
    await undone.query('rollback');
    await write(undone, 'opnieuw-aangeboden');
    expect(await replayed(begin)).toEqual(['message.replayed']);
    await reader.query('commit');
  });

  it('skips nothing and gives nothing twice, however long transactions stay open', async () => {
    const begin = await open().presentPosition();
    const reader = await session();
    let writing = true;
    /** A reader that asks for what has a higher `rij` than the last: what this order is for. */
    const byRij = new Set<string>();
    const naive = (async () => {
      for (let last = '0'; writing; await sleep(1)) {
        const { rows } = await reader.query<{ rij: string }>(
          `select rij::text from gebeurtenis where rij > $1 and soort = 'opdracht' order by rij`,
          [last],
        );
        for (const { rij } of rows) byRij.add(rij);
        last = rows.at(-1)?.rij ?? last;
      }
    })();
    const read: string[] = [];
    const reading = (async () => {
      for (let position: string | null = begin; ; ) {
        const last = !writing;
        const page = await open().happeningsAfter(position, 7);
        for (const { happening } of page?.happenings ?? []) {
          if (happening?.type === 'command.received') read.push(happening.kind);
        }
        position = page?.position ?? position;
        if (page?.happenings.length === 0) {
          if (last) return;
          await sleep(1);
        }
      }
    })();
    const written: string[] = [];
    await Promise.all(
      Array.from({ length: WRITERS }, async (_, writer) => {
        const client = await session();
        for (let i = 0; i < EACH; i++) {
          await client.query('begin');
          for (const part of ['a', 'b']) {
            const name = `${writer}-${i}-${part}`;
            await client.query(
              `insert into gebeurtenis (laan, soort, gegevens) values ($1, 'opdracht', json_build_object('soort', $2::text))`,
              [`AA|${writer}`, name],
            );
            written.push(name);
            await sleep((writer * 7 + i * 3) % 11);
          }
          await client.query('commit');
        }
      }),
    );
    writing = false;
    await Promise.all([reading, naive]);
    expect(read).toHaveLength(WRITERS * EACH * 2);
    expect(read.toSorted()).toEqual(written.toSorted());
    // Of one writer in its order, and what one transaction wrote together.
    for (let writer = 0; writer < WRITERS; writer++) {
      const own = (name: string) => name.startsWith(`${writer}-`);
      expect(read.filter(own)).toEqual(written.filter(own));
    }
    // The test would see a loss: the other order had one.
    expect(byRij.size).toBeLessThan(WRITERS * EACH * 2);
  });

  it('goes on from a position of the server that a database was taken from', async () => {
    const wie = partijen();
    const begin = await open().presentPosition();
    for (let i = 0; i < 3; i++) await bewaar(open(), wie);
    const before = await since(open(), begin);
    // As after a restore: the rows bear numbers that this server has yet to come to.
    const client = await session();
    await client.query(`update gebeurtenis set tx = (tx::text::bigint + 1000000)::text::xid8`);
    const shifted = before.map(({ position }) => {
      const [tx, rij] = position.split('-');
      return `${Number(tx) + 1_000_000}-${rij}`;
    });
    expect(await since(open(), shifted[0] ?? '')).toEqual([]);
    await open().migrate();
    await bewaar(open(), wie);
    const after = await since(open(), shifted[0] ?? '');
    expect(after.map((een) => een.happening?.type)).toEqual(Array.from({ length: 3 }, () => 'message.received'));
    expect(after.map((een) => een.happening).slice(0, 2)).toEqual(before.slice(1).map((een) => een.happening));
  });

  it('tells of a recorded change once it is committed, and of none that was undone', async () => {
    const begin = await open().presentPosition();
    told.length = 0;
    const leeg = { regios: [], gemeenten: [], aanbieders: [], regimes: [], producten: [], contracten: [] };
    const save = (versie: string, then: () => void) =>
      open().recorded(async (changes) => {
        const result = await changes.saveAgreements({ versie, ...leeg }, 'sleutel-1', new Date());
        expect(told).toEqual([]);
        then();
        return { result, row: null };
      });
    const undone = save('weg', () => {
      throw new Error('toch niet');
    });
    await expect(undone).rejects.toThrow('toch niet');
    expect(told).toEqual([]);
    const version = await save('gebleven', () => undefined);
    expect(told).toEqual([{ type: 'agreements.replaced', subject: null, lane: null, version, by: 'sleutel-1' }]);
    expect((await since(open(), begin)).map((row) => row.happening)).toEqual(told);
  });

  it('tells this process after the commit what its rows tell everybody', async () => {
    const begin = await open().presentPosition();
    told.length = 0;
    const wie = partijen();
    const werk = await bewaar(open(), wie);
    const een = verdict(werk, { doorgeleverdAan: [wie.gemeente] });
    await open().writeVerdicts(wie.laan, 0, [{ ...een, werk: { ...werk, type: 'JW315' } }]);
    expect(await open().writeVerdicts(wie.laan, 0, [een])).toEqual({ kind: 'overtaken' });
    const { berichten } = await open().outgoing(vanPartijen(wie.gemeente), { limit: 1 });
    await open().markOffered(berichten.map((b) => b.aflevering));
    await open().confirm(werk.id, vanPartijen(wie.gemeente), new Date());
    const rows = (await since(open(), begin)).map((row) => row.happening);
    expect(rows).toHaveLength(4);
    // How many findings of each rule is told and not kept.
    expect(told.map((happening) => ('rules' in happening ? { ...happening, rules: undefined } : happening))).toEqual(
      rows.map((row) => (row?.type === 'message.judged' ? { ...row, rules: undefined } : row)),
    );
  });
});
