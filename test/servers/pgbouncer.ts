import { spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import pg from 'pg';
import { freePort } from './gateway.ts';
import { owner, untilReady } from './postgres.ts';

/** Where it is: in the PATH, or where Debian puts it; null when it is not installed. */
export function pgbouncerBinary(): string | null {
  const mappen = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin'];
  return mappen.map((map) => join(map, 'pgbouncer')).find((pad) => existsSync(pad)) ?? null;
}

/** PgBouncer in front of a server of the tests; the same database by its own address. */
export async function startPgBouncer(
  url: string,
  mode: 'session' | 'transaction' | 'statement',
): Promise<{ readonly url: string; stop(): Promise<void> }> {
  const binary = pgbouncerBinary();
  if (binary === null) throw new Error('PgBouncer is not installed (Debian: apt-get install pgbouncer)');
  const server = new URL(url);
  const poort = await freePort();
  const map = mkdtempSync('/tmp/ijw-pgb-');
  const ini = join(map, 'pgbouncer.ini');
  const instellingen = [
    '[databases]',
    `* = host=${server.hostname} port=${server.port}`,
    '[pgbouncer]',
    'listen_addr = 127.0.0.1',
    `listen_port = ${poort}`,
    'unix_socket_dir =',
    'auth_type = any',
    `pool_mode = ${mode}`,
    'max_db_connections = 50',
    'default_pool_size = 50',
  ];
  // Without a name of its own every session would be that of the owner.
  instellingen[1] += ' user=ijw';
  writeFileSync(ini, `${instellingen.join('\n')}\n`);
  const wie = await owner();
  if (wie !== null) for (const pad of [map, ini]) chownSync(pad, wie.uid, wie.gid);
  const kind = spawn(binary, ['-q', ini], { ...(wie ?? {}), cwd: map, stdio: 'ignore' });
  const beeindigd = new Promise<void>((resolve) => kind.once('exit', () => resolve()));
  const eigen = `postgres://ijw@127.0.0.1:${poort}${server.pathname}`;
  await untilReady(async () => {
    const client = new pg.Client({ connectionString: eigen });
    await client.connect();
    await client.end();
  });
  return {
    url: eigen,
    async stop() {
      kind.kill('SIGTERM');
      await beeindigd;
      rmSync(map, { recursive: true, force: true });
    },
  };
}
