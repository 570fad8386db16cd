import { spawn, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import pg from 'pg';

/** A PostgreSQL of our own with durable commits, on a socket in a folder that goes when it stops. */
export async function startPostgres(meer = []) {
  const folder = mkdtempSync(join(tmpdir(), 'ijw-bench-pg-'));
  const wie = serverUser(folder);
  const data = join(folder, 'data');
  const gemaakt = spawnSync(
    tool('initdb'),
    ['-D', data, '-U', 'bench', '-A', 'trust', '-E', 'UTF8', '--locale=C'],
    wie,
  );
  if (gemaakt.status !== 0) throw new Error(`initdb: ${gemaakt.error?.message ?? gemaakt.stderr}`);
  const opties = [
    '-c',
    'listen_addresses=',
    '-c',
    `unix_socket_directories=${folder}`,
    '-c',
    'max_wal_size=4GB',
    ...meer,
  ];
  const child = spawn(tool('postgres'), ['-D', data, ...opties], { ...wie, stdio: 'ignore' });
  const url = (database) => `postgres://bench@/${database}?host=${encodeURIComponent(folder)}`;
  await until(() => query(url('postgres'), 'select 1'));
  return {
    pid: child.pid,
    async database(naam) {
      await query(url('postgres'), `create database ${naam}`);
      return url(naam);
    },
    async stop() {
      await end(child, 'SIGINT');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A Redis of our own with the settings of the gateway's, on a socket. */
export async function startRedis() {
  const folder = mkdtempSync(join(tmpdir(), 'ijw-bench-redis-'));
  const socket = join(folder, 's');
  const opties = `--port 0 --unixsocket ${socket} --appendonly yes --appendfsync everysec --maxmemory-policy noeviction`;
  const child = spawn(onPath('redis-server') ?? 'valkey-server', [...opties.split(' '), '--save', ''], {
    cwd: folder,
    stdio: 'ignore',
  });
  await until(async () => {
    if (!existsSync(socket)) throw new Error('no socket yet');
    const redis = new Redis(socket);
    await redis.ping().finally(() => redis.disconnect());
  });
  return {
    socket,
    async stop() {
      await end(child, 'SIGTERM');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Ends a child that we started, and waits until it is gone. */
export async function end(child, signaal) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const weg = new Promise((resolve) => child.once('exit', resolve));
  child.kill(signaal);
  await weg;
}

async function query(connectionString, tekst) {
  const client = new pg.Client({ connectionString });
  await client.connect();
  await client.query(tekst).finally(() => client.end());
}

async function until(probeer) {
  for (let poging = 0; ; poging++) {
    try {
      await probeer();
      return;
    } catch (fout) {
      if (poging > 200) throw fout;
      await sleep(50);
    }
  }
}

/** PostgreSQL refuses root: as root it runs as nobody, in a folder that is nobody's. */
function serverUser(folder) {
  if (process.getuid?.() !== 0) return { encoding: 'utf8' };
  const id = (vlag) => Number(spawnSync('id', [vlag, 'nobody'], { encoding: 'utf8' }).stdout);
  const [uid, gid] = [id('-u'), id('-g')];
  chownSync(folder, uid, gid);
  return { uid, gid, cwd: folder, encoding: 'utf8' };
}

/** Debian keeps the servers out of the PATH, a folder for each version. */
function tool(naam) {
  const base = '/usr/lib/postgresql';
  const versies = existsSync(base) ? readdirSync(base).sort((a, b) => Number(b) - Number(a)) : [];
  const plaatsen = versies.map((versie) => join(base, versie, 'bin', naam));
  return plaatsen.find((plaats) => existsSync(plaats)) ?? onPath(naam) ?? naam;
}

function onPath(naam) {
  const mappen = (process.env.PATH ?? '').split(delimiter);
  return mappen.map((map) => join(map, naam)).find((plaats) => existsSync(plaats));
}
