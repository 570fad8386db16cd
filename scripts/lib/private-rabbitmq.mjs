import { spawn } from 'node:child_process';
import { createHash, randomBytes, randomInt } from 'node:crypto';
import {
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, delimiter, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Debian's wrapper in the PATH changes to a user of its own; the program itself runs as anybody. */
const FOLDERS = ['/usr/lib/rabbitmq/bin'];
const ADMIN = { name: 'beheer', password: 'beheer-van-de-proef' };
/** An Erlang node takes some 5 s on a quiet machine, and all the time it needs on a busy one. */
const READY_MS = 180_000;

/** Where the server is, null when it is not installed. */
export function rabbitmqBinary() {
  return found('rabbitmq-server', FOLDERS);
}

/** How RabbitMQ keeps a password: four bytes of salt, and SHA-256 over the salt and the password. */
export function passwordHash(password) {
  const salt = randomBytes(4);
  return Buffer.concat([salt, createHash('sha256').update(salt).update(password).digest()]).toString('base64');
}

/**
 * A RabbitMQ of our own: its node name, ports, cookie and folder are its own, and so is its epmd, so that it runs beside
 * any other node and leaves nothing behind. `definitions` are imported at each start, beside an administrator; `config` is
 * lines of rabbitmq.conf.
 */
export async function startRabbitmq({ definitions = {}, config = [] } = {}) {
  const broker = new PrivateRabbitmq(definitions, config);
  await broker.start();
  return broker;
}

class PrivateRabbitmq {
  #folder = mkdtempSync(join(tmpdir(), 'ijw-rabbitmq-'));
  #definitions;
  #config;
  #port;
  #env;
  #epmd;
  #node;

  constructor(definitions, config) {
    this.#definitions = definitions;
    this.#config = config;
  }

  get port() {
    return this.#port;
  }

  /** Of the server; it changes when it starts again. */
  get pid() {
    return this.#node?.pid;
  }

  /** For the tools of the broker, such as rabbitmqctl. */
  get environment() {
    return this.#env;
  }

  /** Of the administrator. */
  get url() {
    return this.urlOf(ADMIN.name, ADMIN.password);
  }

  urlOf(user, password, port = this.#port) {
    return `amqp://${encodeURIComponent(user)}:${encodeURIComponent(password)}@127.0.0.1:${port}`;
  }

  /** On the same port and folder as before; resolves when it takes connections. */
  async start() {
    await this.#prepare();
    const log = openSync(join(this.#folder, 'start.log'), 'a');
    const options = { env: this.#env, cwd: this.#folder, stdio: ['ignore', log, log] };
    this.#epmd = spawn(found('epmd') ?? 'epmd', ['-port', this.#env.ERL_EPMD_PORT, '-address', '127.0.0.1'], options);
    // A group of its own: the server is the child of a script.
    this.#node = spawn(rabbitmqBinary(), [], { ...options, detached: true });
    closeSync(log);
    const node = this.#node;
    this.#atExit = () => {
      killGroup(node.pid, 'SIGKILL');
      this.#epmd.kill('SIGKILL');
    };
    process.once('exit', this.#atExit);
    const until = performance.now() + READY_MS;
    while (!(await answers(this.#port))) {
      if (ended(node) || performance.now() > until) throw new Error(`RabbitMQ does not start: ${this.log()}`);
      await sleep(100);
    }
  }

  /** SIGKILL; resolves when nothing of it is left. */
  async kill() {
    await this.#end('SIGKILL');
  }

  /** SIGTERM; resolves when it has ended by itself. */
  async stop() {
    await this.#end('SIGTERM');
  }

  async restart() {
    await this.stop();
    await this.start();
  }

  /** While it is down: what a disk that broke takes of a quorum queue, which cannot start then. */
  loseQueue(name) {
    const logs = readdirSync(join(this.#folder, 'data'), { recursive: true })
      .map((file) => join(this.#folder, 'data', file))
      // The log of a queue has its settings beside it, in which it is named.
      .filter((file) => basename(file) === 'config' && readFileSync(file, 'utf8').includes(name));
    if (logs.length === 0) throw new Error(`the broker keeps no log of ${name}`);
    for (const file of logs) rmSync(dirname(file), { recursive: true });
  }

  /** Stops, and removes its data. */
  async remove() {
    await this.kill();
    rmSync(this.#folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
  }

  /** The last of what it said. */
  log() {
    const files = [join(this.#folder, 'start.log'), join(this.#folder, 'log', `${this.#env.RABBITMQ_NODENAME}.log`)];
    return files.map((file) => (existsSync(file) ? readFileSync(file, 'utf8').slice(-3000) : '')).join('\n');
  }

  #atExit = () => undefined;

  async #end(signal) {
    const [node, epmd] = [this.#node, this.#epmd];
    if (node === undefined) return;
    this.#node = undefined;
    const gone = [node, epmd].map((child) => ended(child) || new Promise((resolve) => child.once('exit', resolve)));
    killGroup(node.pid, signal);
    await gone[0];
    // What Erlang started for itself ends with it, and is not waited for.
    killGroup(node.pid, 'SIGKILL');
    epmd.kill('SIGKILL');
    await gone[1];
    process.off('exit', this.#atExit);
    while (await answers(this.#port)) await sleep(20);
  }

  async #prepare() {
    if (this.#env !== undefined) return;
    if (rabbitmqBinary() === null)
      throw new Error('RabbitMQ is not installed (Debian: apt-get install rabbitmq-server)');
    const [port, distribution, epmd] = await fixedPorts(3);
    this.#port = port;
    const at = (name) => join(this.#folder, name);
    for (const map of ['home', 'data', 'log']) mkdirSync(at(map), { mode: 0o700 });
    writeFileSync(at('plugins'), '[].\n');
    writeFileSync(at('definitions.json'), JSON.stringify(withAdmin(this.#definitions)));
    const lines = [
      `listeners.tcp.1 = 127.0.0.1:${port}`,
      'definitions.import_backend = local_filesystem',
      `definitions.local.path = ${at('definitions.json')}`,
      'log.console = false',
      // The default keeps three times 512 MiB in memory before it writes them away.
      'raft.wal_max_size_bytes = 67108864',
      ...this.#config,
    ];
    writeFileSync(at('rabbitmq.conf'), `${lines.join('\n')}\n`);
    this.#env = {
      PATH: process.env.PATH ?? '',
      HOME: at('home'),
      ERL_EPMD_PORT: String(epmd),
      ERL_EPMD_ADDRESS: '127.0.0.1',
      RABBITMQ_NODENAME: `ijw-${port}@localhost`,
      RABBITMQ_DIST_PORT: String(distribution),
      RABBITMQ_MNESIA_BASE: at('data'),
      RABBITMQ_LOG_BASE: at('log'),
      RABBITMQ_CONFIG_FILE: at('rabbitmq.conf'),
      RABBITMQ_ENABLED_PLUGINS_FILE: at('plugins'),
      // Not that of the machine.
      RABBITMQ_CONF_ENV_FILE: '/dev/null',
      // Nobody else may speak to it; and it does not spin while it waits.
      RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS:
        '-kernel inet_dist_use_interface {127,0,0,1} +sbwt none +sbwtdcpu none +sbwtdio none',
    };
  }
}

function withAdmin(definitions) {
  const user = {
    name: ADMIN.name,
    password_hash: passwordHash(ADMIN.password),
    hashing_algorithm: 'rabbit_password_hashing_sha256',
    tags: ['administrator'],
  };
  const all = { configure: '.*', write: '.*', read: '.*' };
  const { users = [], vhosts = [{ name: '/' }], permissions = [] } = definitions;
  return {
    ...definitions,
    vhosts,
    users: [...users, user],
    permissions: [...permissions, ...vhosts.map(({ name }) => ({ user: ADMIN.name, vhost: name, ...all }))],
  };
}

function found(name, folders = []) {
  const places = [...folders, ...(process.env.PATH ?? '').split(delimiter)].filter((folder) => folder !== '');
  return places.map((folder) => join(folder, name)).find((path) => existsSync(path)) ?? null;
}

function ended(child) {
  return child.exitCode !== null || child.signalCode !== null;
}

function killGroup(pid, signal) {
  try {
    process.kill(-pid, signal);
  } catch {
    // Nobody of it is left.
  }
}

function answers(port) {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' });
    const tell = (yes) => {
      socket.destroy();
      resolve(yes);
    };
    socket.once('connect', () => tell(true)).once('error', () => tell(false));
  });
}

/** Free ports below those that systems hand out by themselves: nobody takes one while its owner restarts. */
async function fixedPorts(count) {
  const ports = [];
  while (ports.length < count) {
    const port = randomInt(20_000, 32_000);
    if (!ports.includes(port) && (await isFree(port))) ports.push(port);
  }
  return ports;
}

function isFree(port) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
