import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';

/** Of Debian's package, as the private one of a gateway. */
const SERVER = 'redis-server';

/** A Redis as a broker: on a port, with users, and with what it was told on disk. */
export class BrokerServer {
  readonly port: number;
  readonly #folder: string;
  #child: ChildProcess | undefined;

  private constructor(port: number, folder: string) {
    this.port = port;
    this.#folder = folder;
  }

  static async start(): Promise<BrokerServer> {
    const server = new BrokerServer(await freePort(), mkdtempSync(join(tmpdir(), 'ijw-broker-')));
    await server.up();
    return server;
  }

  /** The address for this user; without one that of the administrator. */
  url(user?: string): string {
    return user === undefined ? `redis://127.0.0.1:${this.port}` : `redis://${user}:geheim@127.0.0.1:${this.port}`;
  }

  /** For ioredis, with types of whatever version. */
  connection(user: string) {
    return { host: '127.0.0.1', port: this.port, username: user, password: 'geheim' };
  }

  async up(): Promise<void> {
    const options = ['--port', String(this.port), '--bind', '127.0.0.1', '--dir', this.#folder, '--save', ''];
    const durable = ['--appendonly', 'yes', '--appendfsync', 'always', '--maxmemory-policy', 'noeviction'];
    this.#child = spawn(SERVER, [...options, ...durable, '--aclfile', this.#acl()], { stdio: 'ignore' });
    await this.admin(async (redis) => {
      while ((await redis.ping().catch(() => '')) !== 'PONG') await new Promise((resolve) => setTimeout(resolve, 20));
    });
  }

  async kill(): Promise<void> {
    const child = this.#child;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await gone;
  }

  async stop(): Promise<void> {
    await this.kill();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** A user with exactly these rights; it is there also after a restart. */
  user(name: string, rights: readonly string[]): Promise<unknown> {
    return this.admin(async (redis) => {
      await redis.call('ACL', 'SETUSER', name, 'reset', 'on', '>geheim', ...rights);
      await redis.call('ACL', 'SAVE');
    });
  }

  async admin<T>(work: (redis: Redis) => Promise<T>): Promise<T> {
    const redis = new Redis(this.url(), { retryStrategy: () => 20, maxRetriesPerRequest: null });
    redis.on('error', () => undefined);
    try {
      return await work(redis);
    } finally {
      redis.disconnect();
    }
  }

  #acl(): string {
    const path = join(this.#folder, 'users.acl');
    try {
      writeFileSync(path, '', { flag: 'wx' });
    } catch {
      // It is there since the first start.
    }
    return path;
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
