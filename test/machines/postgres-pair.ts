import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { chownSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { freePort } from '../servers/gateway.ts';
import { owner, postgresBinaries, untilReady } from '../servers/postgres.ts';

const run = promisify(execFile);

/** A PostgreSQL and one that follows it. */
export interface PostgresPair {
  /** Both hosts in one address, as DATABASE_URL takes it; the first is the primary. */
  readonly url: string;
  readonly primary: string;
  readonly standby: string;
  /** From here on the standby takes nothing from the primary, which goes on. */
  fallBehind(): Promise<void>;
  /** The primary is gone with all its sessions, and the other takes its place. */
  promote(): Promise<void>;
  stop(): Promise<void>;
}

/** `synchronous`: a commit is answered once the standby has it too. */
export async function startPair({ synchronous }: { readonly synchronous: boolean }): Promise<PostgresPair> {
  const found = postgresBinaries();
  if (found === null) throw new Error('PostgreSQL is not installed (Debian: apt-get install postgresql)');
  // What stands in the PATH may be links to some of the programs only.
  const bin = dirname(realpathSync(join(found, 'initdb')));
  const folder = mkdtempSync('/tmp/ijw-pg-paar-');
  const who = await owner();
  if (who !== null) chownSync(folder, who.uid, who.gid);
  const as = { ...(who ?? {}), cwd: folder };
  const data = (name: string) => join(folder, name);
  const [first, second] = [await freePort(), await freePort()];
  const at = (port: number, database = 'ijw') => `postgres://ijw@127.0.0.1:${port}/${database}`;
  await run(join(bin, 'initdb'), ['-D', data('een'), '-U', 'ijw', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8'], as);
  const serve = (name: string, port: number, options: readonly string[] = []): ChildProcess =>
    spawn(
      join(bin, 'postgres'),
      ['-D', data(name), '-p', String(port), '-k', folder, '-c', 'listen_addresses=127.0.0.1', ...options],
      { ...as, stdio: 'ignore', detached: true },
    );
  const children: ChildProcess[] = [];
  const atExit = () => {
    for (const child of children) killGroup(child);
  };
  process.once('exit', atExit);
  children.push(serve('een', first, synchronous ? ['-c', 'synchronous_standby_names=*'] : []));
  await untilReady(() => ask(at(first, 'postgres'), 'select 1'));
  await run(
    join(bin, 'pg_basebackup'),
    ['-D', data('twee'), '-R', '-h', '127.0.0.1', '-p', String(first), '-U', 'ijw'],
    as,
  );
  children.push(serve('twee', second));
  await untilReady(() => ask(at(second, 'postgres'), 'select 1'));
  await ask(at(first, 'postgres'), 'create database ijw');
  await untilReady(() => ask(at(second), 'select 1'));
  let receiver: number | undefined;
  return {
    url: `postgres://ijw@127.0.0.1:${first},127.0.0.1:${second}/ijw`,
    primary: at(first),
    standby: at(second),
    async fallBehind() {
      const [row] = await ask(at(second, 'postgres'), 'select pid from pg_stat_wal_receiver');
      receiver = Number(row?.pid);
      process.kill(receiver, 'SIGSTOP');
    },
    async promote() {
      const [gone] = children;
      if (gone !== undefined) killGroup(gone);
      // What the primary had sent waits in the socket: the receiver ends before it reads that.
      for (const signal of ['SIGTERM', 'SIGCONT'] as const) if (receiver !== undefined) process.kill(receiver, signal);
      await run(join(bin, 'pg_ctl'), ['promote', '-w', '-D', data('twee')], as);
    },
    async stop() {
      const gone = children.map(
        (child) => child.exitCode ?? child.signalCode ?? new Promise((r) => child.once('exit', r)),
      );
      atExit();
      await Promise.all(gone);
      process.off('exit', atExit);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The server and its sessions, which share its group. */
function killGroup({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL');
  } catch {
    // Gone already.
  }
}

async function ask(url: string, statement: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(statement)).rows;
  } finally {
    await client.end();
  }
}
