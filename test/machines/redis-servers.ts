import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { freePort } from '../servers/gateway.ts';

/** A master fails when it was away so long (ms). */
const DOWN_MS = 2_000;

/** Several Redis servers of a test, each with a folder and a port. */
export class RedisServers {
  readonly #folder = mkdtempSync(join(tmpdir(), 'ijw-redis-'));
  readonly #children = new Map<number, { child: ChildProcess; args: readonly string[] }>();
  readonly #atExit = () => {
    for (const { child } of this.#children.values()) child.kill('SIGKILL');
  };

  constructor() {
    process.once('exit', this.#atExit);
  }

  /** Its port. */
  async start(options: readonly string[] = []): Promise<number> {
    const port = await this.#port();
    const folder = join(this.#folder, String(port));
    mkdirSync(folder);
    const own = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--save', '', '--appendonly', 'yes'];
    await this.#run(port, [...own, ...options]);
    return port;
  }

  async sentinel(master: number, quorum: number): Promise<number> {
    const port = await this.#port();
    const file = join(this.#folder, `sentinel-${port}.conf`);
    const lines = [
      `port ${port}`,
      'bind 127.0.0.1',
      `dir ${this.#folder}`,
      `sentinel monitor ijw 127.0.0.1 ${master} ${quorum}`,
      `sentinel down-after-milliseconds ijw ${DOWN_MS}`,
      'sentinel failover-timeout ijw 10000',
    ];
    writeFileSync(file, `${lines.join('\n')}\n`);
    await this.#run(port, [file, '--sentinel']);
    return port;
  }

  /** Joins these into a cluster, and waits until each slot is served. */
  async join(ports: readonly number[]): Promise<void> {
    const nodes = ports.map((port) => `127.0.0.1:${port}`);
    execFileSync('redis-cli', ['--cluster', 'create', ...nodes, '--cluster-yes'], { stdio: 'ignore' });
    while (!String(await ask(ports[0] ?? 0, (redis) => redis.cluster('INFO'))).includes('cluster_state:ok'))
      await sleep(100);
  }

  async kill(port: number): Promise<void> {
    const child = this.#children.get(port)?.child;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await gone;
  }

  /** Again, on what it had. */
  async up(port: number): Promise<void> {
    await this.#run(port, this.#children.get(port)?.args ?? []);
  }

  async stop(): Promise<void> {
    for (const port of this.#children.keys()) await this.kill(port);
    process.off('exit', this.#atExit);
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** Of a cluster node the port of its bus is 10,000 above it. */
  async #port(): Promise<number> {
    for (;;) {
      const port = await freePort();
      if (port < 55_000) return port;
    }
  }

  async #run(port: number, args: readonly string[]): Promise<void> {
    this.#children.set(port, { child: spawn('redis-server', args, { stdio: 'ignore' }), args });
    while ((await ask(port, (redis) => redis.ping()).catch(() => '')) !== 'PONG') await sleep(50);
  }
}

/** One question to one server. */
export async function ask<T>(port: number, question: (redis: Redis) => Promise<T>): Promise<T> {
  const redis = new Redis(port, '127.0.0.1', { lazyConnect: true, retryStrategy: () => null, maxRetriesPerRequest: 0 });
  redis.on('error', () => undefined);
  try {
    await redis.connect();
    return await question(redis);
  } finally {
    redis.disconnect();
  }
}
