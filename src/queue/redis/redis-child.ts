import { spawn, spawnSync } from 'node:child_process';
import { accessSync, constants, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

export interface RedisChild {
  /** Resolves when it ended, with how. */
  readonly ended: Promise<string>;
  stop(): Promise<void>;
}

const SOCKET = 'redis.sock';
/** Longest path of a unix socket that every system takes, in bytes. */
const LONGEST = 100;
const STOP_MS = 5_000;

const FLAGS = [
  ['--port', '0'],
  ['--unixsocket', SOCKET],
  ['--unixsocketperm', '700'],
  ['--daemonize', 'no'],
  ['--appendonly', 'yes'],
  ['--appendfsync', 'everysec'],
  ['--save', ''],
  ['--maxmemory-policy', 'noeviction'],
  ['--logfile', 'redis.log'],
  ['--loglevel', 'warning'],
].flat();

/**
 * Starts a server in the folder, where possible with a parent-death signal, so that it ends with us even on SIGKILL.
 */
export function spawnRedis(folder: string): RedisChild {
  const server = findBinary('redis-server', 'valkey-server');
  if (server === undefined) {
    throw new Error(
      'geen redis-server of valkey-server gevonden: installeer er een (Debian: apt-get install redis-server) of zet REDIS_URL',
    );
  }
  const [command, ...args] = [...endsWithUs(), server, ...FLAGS];
  if (command === undefined) throw new Error('no command');
  // A process group of its own: Ctrl-C is for us, and we stop the server when our work has stopped.
  const child = spawn(command, args, { cwd: folder, stdio: 'ignore', detached: true });
  const ended = new Promise<string>((done) => {
    child.once('error', (fout) => done(fout.name));
    child.once('exit', (code, signal) => done(signal ?? `code ${code}`));
  });
  return {
    ended,
    async stop() {
      child.kill('SIGTERM');
      const hard = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
      await ended;
      clearTimeout(hard);
    },
  };
}

/** Linux' parent-death signal (PR_SET_PDEATHSIG), set by util-linux' setpriv; empty where there is none. */
function endsWithUs(): string[] {
  if (process.platform !== 'linux') return [];
  const setpriv = findBinary('setpriv');
  if (setpriv === undefined) return [];
  const help = spawnSync(setpriv, ['--help'], { encoding: 'utf8' });
  return help.stdout?.includes('--pdeathsig') ? [setpriv, '--pdeathsig', 'TERM', '--'] : [];
}

function findBinary(...names: readonly string[]): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Where clients find the socket: in the folder, or through a link where the folder lies too deep for a socket's name. */
export function shortSocketPath(folder: string): { readonly path: string; remove(): void } {
  const direct = join(folder, SOCKET);
  if (Buffer.byteLength(direct) <= LONGEST) return { path: direct, remove: () => undefined };
  const links = mkdtempSync(join(tmpdir(), 'ijw-'));
  symlinkSync(folder, join(links, 'r'));
  return { path: join(links, 'r', SOCKET), remove: () => rmSync(links, { recursive: true, force: true }) };
}
