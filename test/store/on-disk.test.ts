import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { threadEntry } from '../../src/standard/thread-entry.ts';
import { pgliteSource } from '../../src/store/engine/pglite/pglite-source.ts';
import type { SqlSession } from '../../src/store/engine/sql-source.ts';
import { openStore } from '../../src/store/open-store.ts';
import { type SystemCall, straced, systemCalls } from '../servers/strace.ts';
import { SLEUTEL } from './contract/kennis.ts';
import { ontvangst, partijen } from './make.ts';

const map = mkdtempSync(join(tmpdir(), 'ijw-disk-'));
afterAll(() => rmSync(map, { recursive: true, force: true }));

let dataDir = '';
beforeEach(() => {
  dataDir = mkdtempSync(join(map, 'data-'));
});
const inLog = () => readdirSync(join(dataDir, 'pglite', 'pg_wal')).filter((name) => /^[0-9A-F]{24}$/.test(name));

async function onStore<T>(act: (session: SqlSession) => Promise<T>): Promise<T> {
  const source = await pgliteSource(dataDir);
  try {
    const session = await source.session();
    return await act(session).finally(() => session.release());
  } finally {
    await source.end();
  }
}

/** A table whose rows take a megabyte of the log each. */
const table = (session: SqlSession) => session.query('create table proef (nr int, tekst text storage external)', []);
const INSERT = `insert into proef select $1, repeat('proef...', 131072)`;

/** Runs this script on a session of the store, under strace; gives what it printed and the calls that it made. */
async function scriptOnStore(script: string, calls: string, more: readonly string[] = []) {
  const file = join(dataDir, 'script.mjs');
  const source = threadEntry(
    import.meta.resolve('../../src/store/engine/pglite/pglite-source.ts'),
    './pglite-source.ts',
  ).href;
  writeFileSync(
    file,
    `import { pgliteSource } from ${JSON.stringify(source)};
    const source = await pgliteSource(${JSON.stringify(dataDir)});
    let session = await source.session();
    const anew = async () => { session.release(); session = await source.session(); };
    const ask = (sql, params = []) => session.query(sql, params);
    ${script}
    session.release();
    await source.end();`,
  );
  const trace = join(dataDir, 'trace');
  const [command = '', ...args] = [...straced(trace, calls, more), process.execPath, file];
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  let printed = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    printed += text;
  });
  await once(child, 'close');
  return { printed, calls: await systemCalls(trace, child.pid ?? 0) };
}

const path = ({ args }: SystemCall) => /^\d+<([^>]*)>/.exec(args)?.[1] ?? args;
/** Tables, indexes, and which transactions were committed: what the log stands for until a checkpoint says it need not. */
const DATA = /\/pglite\/(?:(?:base\/\d+|global)\/\d+(?:_fsm|_vm)?(?:\.\d+)?|(?:pg_xact|pg_multixact\/\w+)\/\w+)$/;
const CONTROL = '/global/pg_control';

/**
 * The place of the last checkpoint in what is written to pg_control, the sixth field of eight bytes. It is also written
 * when the server says that it is going to stop, which gives up no log yet.
 */
function checkpointIn({ args }: SystemCall): string {
  const text = /"((?:[^"\\]|\\.)*)"/.exec(args)?.[1] ?? '';
  return [...text.matchAll(/\\(?:[0-7]{1,3}|.)|[^\\]/g)].slice(32, 40).join('');
}

/** What a power cut at that moment would have broken. */
function outOfOrder(calls: readonly SystemCall[]): string[] {
  const wrong: string[] = [];
  const unsynced = new Set<string>();
  let checkpoint: string | undefined;
  let control = false;
  for (const call of calls.toSorted((a, b) => a.began - b.began)) {
    const file = path(call);
    if (call.name === 'pwrite64') {
      if (DATA.test(file)) unsynced.add(file);
      if (!file.endsWith(CONTROL)) continue;
      const before = checkpoint;
      checkpoint = checkpointIn(call);
      if (checkpoint === before) continue;
      wrong.push(...[...unsynced].map((one) => `pg_control was written before ${one} was synced`));
      control = true;
    } else if (/sync$/.test(call.name)) {
      if (call.result !== '0') continue;
      unsynced.delete(file);
      if (file.endsWith(CONTROL)) control = false;
    } else if (control && call.args.includes('/pg_wal/')) {
      wrong.push(`${call.name} in the log before pg_control was synced`);
    }
  }
  return wrong;
}

describe('the embedded store, looked at by its system calls', { timeout: 300_000 }, () => {
  it('syncs the data files, then pg_control, and only then gives up log; it does so by itself', async () => {
    await onStore(table);
    const { printed, calls } = await scriptOnStore(
      `for (let nr = 0; nr < 160; nr++) await ask(${JSON.stringify(INSERT)}, [nr]);
      const { rows } = await ask("select redo_lsn > '0/6000000' as moved from pg_control_checkpoint()");
      console.log(rows[0].moved);`,
      'pwrite64,fsync,fdatasync,rename,unlink',
    );
    expect(printed.trim(), 'a checkpoint was made on the way').toBe('true');
    expect(outOfOrder(calls)).toEqual([]);
    const writes = calls.filter((call) => call.name === 'pwrite64');
    expect(writes.filter((call) => DATA.test(path(call))).length).toBeGreaterThan(100);
    const control = writes.filter((call) => path(call).endsWith(CONTROL));
    expect(new Set(control.map(checkpointIn)).size, 'at the start, on the way, at the end').toBeGreaterThanOrEqual(3);
    expect(inLog().length, 'segments of 16 MiB').toBeLessThan(12);
  });

  it('a log that cannot be synced is never taken for synced', async () => {
    await onStore(table);
    const next = (Number.parseInt(inLog().toSorted().at(-1)?.slice(-8) ?? '', 16) + 1).toString(16).toUpperCase();
    const segment = join(dataDir, 'pglite', 'pg_wal', `0000000100000000${next.padStart(8, '0')}`);
    const { printed } = await scriptOnStore(
      `const said = [];
      for (let nr = 0; nr < 40; nr++) {
        try { await ask(${JSON.stringify(INSERT)}, [nr]); said.push(nr); }
        catch (fout) { console.log(JSON.stringify({ said, code: fout.code })); process.exit(0); }
      }`,
      'fdatasync',
      ['-e', 'inject=fdatasync:error=EIO', '-P', segment],
    );
    const { said, code } = JSON.parse(printed) as { said: number[]; code: string };
    expect(code).toBe('CLOSED');
    expect(said.length).toBeGreaterThan(0);
    const { rows } = await onStore((session) => session.query('select nr from proef order by nr', []));
    const there = rows.map((row) => (row as { nr: number }).nr);
    expect(there.slice(0, said.length)).toEqual(said);
    // Of the one that got no answer nobody knows.
    expect(there.length - said.length).toBeLessThanOrEqual(1);
  });

  it('an engine that gave up is followed by another, with all that was committed and without its open transaction', async () => {
    await onStore(table);
    const { printed } = await scriptOnStore(
      `const code = (work) => work.then(() => 'done', (fout) => fout.code);
      await ask('insert into proef values (1, null)');
      await ask('begin');
      await ask('insert into proef values (2, null)');
      const said = [];
      while (said.at(-1) !== 'CLOSED' && said.length < 10) said.push(await code(ask('checkpoint')));
      said.push(await code(ask('insert into proef values (3, null)')));
      await anew();
      await ask('insert into proef values (4, null)');
      const { rows } = await ask('select nr from proef order by nr');
      console.log(JSON.stringify({ said, there: rows.map(({ nr }) => nr) }));`,
      'pwrite64',
      // Of each thread the sixth: the engine that follows writes less often before it is ready.
      ['-e', 'inject=pwrite64:error=EIO:when=6', '-P', join(dataDir, 'pglite', 'global', 'pg_control')],
    );
    const { said, there } = JSON.parse(printed) as { said: string[]; there: number[] };
    expect(said.slice(-3)).toEqual(['done', 'CLOSED', 'CLOSED']);
    expect(there).toEqual([1, 4]);
  });
});

describe('the folder of the embedded store', { timeout: 120_000 }, () => {
  const mark = () => join(dataDir, 'pglite.making');

  it('of a version that did not sync opens, and is used as it is', async () => {
    const wie = partijen();
    const eerste = ontvangst(wie);
    const nu = await openStore({ dataDir, sleutel: SLEUTEL });
    await nu.migrate();
    const { id } = await nu.saveMessage(eerste);
    await nu.close();
    // As that version opened, used and left it.
    const toen = await PGlite.create({ dataDir: join(dataDir, 'pglite') });
    await toen.exec('create table van_toen (nr int); insert into van_toen values (1)');
    await toen.close();
    const weer = await openStore({ dataDir, sleutel: SLEUTEL });
    try {
      await weer.migrate();
      expect(await weer.saveMessage(eerste)).toMatchObject({ kind: 'duplicate', id });
      expect(await weer.unsafeSettings()).toEqual([]);
    } finally {
      await weer.close();
    }
  });

  it('that was half made when the machine fell is made anew', async () => {
    writeFileSync(mark(), '');
    mkdirSync(join(dataDir, 'pglite'));
    writeFileSync(join(dataDir, 'pglite', 'PG_VERSION'), '18\n');
    expect((await onStore((session) => session.query('select 1 as een', []))).rows).toEqual([{ een: 1 }]);
    expect(existsSync(mark())).toBe(false);
    expect((await onStore((session) => session.query('select 2 as twee', []))).rows).toEqual([{ twee: 2 }]);
  });
});
