import { execFile, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { endsWithUs } from './ends-with-us.ts';
import { freePort } from './gateway.ts';

const run = promisify(execFile);

export interface PostgresServer {
  /** Of a fresh database on the server. */
  database(): Promise<string>;
  /** Runs a statement as the owner of the server, outside any store. */
  admin(statement: string): Promise<void>;
  /** The server and all its sessions stand still, as on a machine that hangs; until `resume`. */
  pause(): void;
  resume(): void;
  /** SIGKILL to the server and all its sessions, as when the machine stops. */
  kill(): Promise<void>;
  /** On the same data and port, after `kill`. */
  up(): Promise<void>;
  stop(): Promise<void>;
}

/** Folder with initdb and postgres: in the PATH, or the newest where Debian puts them; null when there is none. */
export function postgresBinaries(): string | null {
  const debian = '/usr/lib/postgresql';
  const versies = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const mappen = [...(process.env.PATH ?? '').split(delimiter), ...versies.map((v) => join(debian, v, 'bin'))];
  return mappen.find((map) => existsSync(join(map, 'initdb')) && existsSync(join(map, 'postgres'))) ?? null;
}

/**
 * A private PostgreSQL cluster on a free port of 127.0.0.1, with fsync as in production. PostgreSQL refuses to run as
 * root; then it runs as the user `postgres` that its package makes.
 */
export async function startPostgres(): Promise<PostgresServer> {
  const bin = postgresBinaries();
  if (bin === null) throw new Error('PostgreSQL is not installed (Debian: apt-get install postgresql)');
  const map = mkdtempSync('/tmp/ijw-pg-');
  const wie = await owner();
  if (wie !== null) chownSync(map, wie.uid, wie.gid);
  const als = wie ?? {};
  const data = join(map, 'data');
  await run(join(bin, 'initdb'), ['-D', data, '-U', 'ijw', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '-N'], {
    ...als,
    cwd: map,
  });
  const poort = await freePort();
  const opties = ['-D', data, '-p', String(poort), '-k', map, '-c', 'listen_addresses=127.0.0.1'];
  const begin = () => {
    const [command = '', ...args] = [...endsWithUs('QUIT'), join(bin, 'postgres'), ...opties];
    const kind = spawn(command, args, { ...als, cwd: map, stdio: 'ignore' });
    return { kind, beeindigd: new Promise<void>((resolve) => kind.once('exit', () => resolve())) };
  };
  let server = begin();
  const beheer = (vraag: string) => once(`postgres://ijw@127.0.0.1:${poort}/postgres`, vraag);
  const weg = () => server.kind.kill('SIGKILL');
  process.once('exit', weg);
  await untilReady(() => beheer('select 1'));
  let teller = 0;
  const signal = (naam: NodeJS.Signals) => {
    const { pid: eigen } = server.kind;
    const children = readFileSync(`/proc/${eigen}/task/${eigen}/children`, 'utf8').trim().split(' ');
    for (const pid of [String(eigen), ...children]) {
      try {
        process.kill(Number(pid), naam);
      } catch {
        // A session that ended meanwhile.
      }
    }
  };
  return {
    async database() {
      const naam = `ijw_${++teller}`;
      await beheer(`create database ${naam}`);
      return `postgres://ijw@127.0.0.1:${poort}/${naam}`;
    },
    admin: beheer,
    pause: () => signal('SIGSTOP'),
    resume: () => signal('SIGCONT'),
    async kill() {
      signal('SIGKILL');
      await server.beeindigd;
    },
    async up() {
      server = begin();
      await untilReady(() => beheer('select 1'));
    },
    async stop() {
      if (server.kind.exitCode === null && server.kind.signalCode === null) {
        signal('SIGCONT');
        server.kind.kill('SIGINT');
      }
      await server.beeindigd;
      process.off('exit', weg);
      rmSync(map, { recursive: true, force: true });
    },
  };
}

async function once(url: string, vraag: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(vraag);
  } finally {
    await client.end();
  }
}

export async function owner(): Promise<{ uid: number; gid: number } | null> {
  if (process.getuid?.() !== 0) return null;
  const id = async (vlag: string) => Number((await run('id', [vlag, 'postgres'])).stdout);
  return { uid: await id('-u'), gid: await id('-g') };
}

export async function untilReady(probe: () => Promise<unknown>): Promise<void> {
  for (let i = 0; ; i++) {
    try {
      await probe();
      return;
    } catch (fout) {
      if (i === 100) throw fout;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}
