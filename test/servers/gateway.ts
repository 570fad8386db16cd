import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { endsWithUs } from './ends-with-us.ts';

const BIN = resolve(import.meta.dirname, '../../dist/src/cli/main.js');
export const BEHEERDER = 'beheerder-sleutel-van-de-tests';

/**
 * How node runs the gateway of a test: WebAssembly (the embedded database, libxml2) is compiled when it is first called, as
 * newer versions of node do anyway, and optimised only when it is called very often. A start costs a third less.
 */
export const QUICK_START = ['--wasm-lazy-compilation', '--wasm-tiering-budget=30000000'];

export interface GatewayOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly args?: readonly string[];
  /** Kept between starts, so that a killed gateway can be started again on it. */
  readonly dataDir?: string;
  /** Words of a command that runs the gateway as its last arguments. */
  readonly under?: readonly string[];
  /** Where it listens and is asked, when not on 127.0.0.1. */
  readonly host?: string;
  /** An open file for its output, in place of `log`. */
  readonly output?: number;
  /** Node runs it as it does for an operator, without `QUICK_START`: where its memory is measured. */
  readonly plain?: boolean;
}

/** A data folder with an empty database in it, that `npm test` made (scripts/lib/begun-store.mjs). */
const BEGUN = 'IJW_PROEF_BEGIN';

/**
 * Whether it may find its embedded database made. Not where a test gives the folder or looks at how the gateway begins: what
 * it writes, on which system calls and with how much memory.
 */
function mayBegin({ dataDir, under, output, plain = false, env = {} }: GatewayOptions): boolean {
  const looks = plain || (dataDir ?? under ?? output) !== undefined;
  return BEGUN in process.env && !looks && !('DATABASE_URL' in env) && !('DATA_SLEUTEL' in env);
}

/** A gateway as operators run it: the built command line, a process of its own, killed without mercy when asked. */
export class TestGateway {
  readonly dataDir: string;
  readonly url: string;
  readonly #port: number;
  readonly #options: GatewayOptions;
  #child: ChildProcess | undefined;
  #log = '';

  private constructor(port: number, options: GatewayOptions) {
    this.#port = port;
    this.#options = options;
    this.url = `http://${options.host ?? '127.0.0.1'}:${port}`;
    this.dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'ijw-gateway-'));
  }

  static async start(options: GatewayOptions = {}): Promise<TestGateway> {
    const gateway = await TestGateway.unstarted(options);
    if (mayBegin(options)) cpSync(process.env[BEGUN] ?? '', gateway.dataDir, { recursive: true });
    await gateway.start();
    return gateway;
  }

  static async unstarted(options: GatewayOptions = {}): Promise<TestGateway> {
    return new TestGateway(await freePort(), options);
  }

  get log(): string {
    return this.#log;
  }

  get pid(): number {
    return this.#child?.pid ?? -1;
  }

  /** `env` for this run alone. */
  async start(env: Readonly<Record<string, string>> = {}): Promise<void> {
    await this.#ready(this.launch(env));
  }

  /** As `start`, without waiting until it serves. */
  launch(env: Readonly<Record<string, string>> = {}): ChildProcess {
    const { under = [], plain = false } = this.#options;
    const node = [process.execPath, ...(plain ? [] : QUICK_START), BIN, 'serve'];
    const [command = '', ...args] = [...endsWithUs('KILL'), ...under, ...node, ...(this.#options.args ?? [])];
    const child = spawn(command, args, {
      env: {
        PATH: process.env.PATH ?? '',
        PORT: String(this.#port),
        ...(this.#options.host === undefined ? {} : { HOST: this.#options.host }),
        DATA_DIR: this.dataDir,
        IJW_BEHEERDER_SLEUTEL: BEHEERDER,
        LOG_LEVEL: 'info',
        ...this.#options.env,
        ...env,
      },
      stdio: ['ignore', this.#options.output ?? 'pipe', this.#options.output ?? 'pipe'],
    });
    this.#child = child;
    for (const stroom of [child.stdout, child.stderr]) {
      stroom?.setEncoding('utf8').on('data', (tekst: string) => {
        this.#log = (this.#log + tekst).slice(-200_000);
      });
    }
    return child;
  }

  /** Resolves with the signal that ended it, null when it ended by itself; at once when it has ended. */
  async ended(): Promise<NodeJS.Signals | null> {
    const child = this.#child;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return child?.signalCode ?? null;
    return new Promise((resolve) => child.once('exit', (_code, signal) => resolve(signal)));
  }

  signal(name: NodeJS.Signals): void {
    this.#child?.kill(name);
  }

  /** Nobody reads its output any more. */
  stopReading(): void {
    this.#child?.stdout?.destroy();
    this.#child?.stderr?.destroy();
  }

  /** SIGKILL, and wait until it is gone. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  /** SIGTERM, and wait until it has ended by itself; gives its exit code, null when it did not run. */
  async stop(): Promise<number | null> {
    return this.#end('SIGTERM');
  }

  /** Stops and removes its data. */
  async remove(): Promise<void> {
    await this.stop();
    if (this.#options.dataDir === undefined) rmSync(this.dataDir, { recursive: true, force: true });
  }

  async #end(signaal: NodeJS.Signals): Promise<number | null> {
    const child = this.#child;
    this.#child = undefined;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return child?.exitCode ?? null;
    const weg = new Promise<number | null>((klaar) => child.once('exit', (code) => klaar(code)));
    child.kill(signaal);
    return weg;
  }

  async #ready(child: ChildProcess): Promise<void> {
    for (let poging = 0; poging < 1800; poging++) {
      if (child.exitCode !== null || child.signalCode !== null)
        throw new Error(`the gateway ended: ${this.#log.slice(-2000)}`);
      const ok = await fetch(`${this.url}/ready`).then(
        (antwoord) => antwoord.ok,
        () => false,
      );
      if (ok) return;
      await sleep(100);
    }
    throw new Error(`the gateway did not become ready: ${this.#log.slice(-2000)}`);
  }
}

/** A port that was free a moment ago. */
export function freePort(): Promise<number> {
  return new Promise((klaar, stuk) => {
    const server = createServer();
    server.once('error', stuk);
    server.listen(0, '127.0.0.1', () => {
      const adres = server.address();
      server.close(() => klaar(typeof adres === 'object' && adres !== null ? adres.port : 0));
    });
  });
}
