import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer, connect as dial, type Server, type Socket } from 'node:net';

/** The bridge between them, on the machine that runs the test. */
const BRIDGE = 'ijwbr0';
const NET = '10.87.14';

/** Whether namespaces can be made here: as root, with iproute2, and a kernel that has them. */
export function canMakeHosts(): boolean {
  if (process.getuid?.() !== 0) return false;
  try {
    ip('netns', 'add', 'ijw-proef');
    ip('netns', 'del', 'ijw-proef');
    return true;
  } catch {
    return false;
  }
}

export interface Host {
  /** How a gateway is started on it. */
  readonly machine: { readonly under: readonly string[]; readonly host: string };
  /** Its line is down: what is sent to it is lost, and nobody is told. */
  cut(): void;
  mend(): void;
}

/** Machines as network namespaces on one bridge. */
export class Hosts {
  readonly #names: string[] = [];
  readonly #relays: Relay[] = [];

  constructor() {
    ip('link', 'add', BRIDGE, 'type', 'bridge');
    ip('addr', 'add', `${NET}.1/24`, 'dev', BRIDGE);
    ip('link', 'set', BRIDGE, 'up');
  }

  add(): Host {
    const nr = this.#names.length + 2;
    const name = `ijw-m${nr}`;
    const [outer, inner] = [`ijwv${nr}`, `ijwp${nr}`];
    ip('netns', 'add', name);
    this.#names.push(name);
    ip('link', 'add', outer, 'type', 'veth', 'peer', 'name', inner);
    ip('link', 'set', inner, 'netns', name);
    ip('link', 'set', outer, 'master', BRIDGE, 'up');
    for (const words of [
      ['addr', 'add', `${NET}.${nr}/24`, 'dev', inner],
      ['link', 'set', inner, 'up'],
      ['link', 'set', 'lo', 'up'],
    ])
      ip('-n', name, ...words);
    return {
      machine: { under: ['ip', 'netns', 'exec', name], host: `${NET}.${nr}` },
      cut: () => ip('link', 'set', outer, 'down'),
      mend: () => ip('link', 'set', outer, 'up'),
    };
  }

  /** The address by which the machines reach a server of the test, so far away (ms, one way). */
  async reach(url: string, latencyMs: number): Promise<string> {
    const target = new URL(url);
    const relay = await startRelay(Number(target.port), latencyMs);
    this.#relays.push(relay);
    target.hostname = `${NET}.1`;
    target.port = String(relay.port);
    return target.toString();
  }

  async stop(): Promise<void> {
    for (const relay of this.#relays) relay.close();
    for (const name of this.#names) ip('netns', 'del', name);
    ip('link', 'del', BRIDGE);
  }
}

interface Relay {
  readonly port: number;
  close(): void;
}

/** Passes on what comes, later; in order. (The kernel's own netem is not everywhere.) */
async function startRelay(target: number, latencyMs: number): Promise<Relay> {
  const sockets = new Set<Socket>();
  const server: Server = createServer((client) => {
    const upstream = dial(target, '127.0.0.1');
    for (const [from, to] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      sockets.add(from);
      from.setNoDelay(true);
      from.on('error', () => undefined);
      from.on('data', (part) => void setTimeout(() => to.writable && to.write(part), latencyMs));
      from.on('close', () => {
        sockets.delete(from);
        setTimeout(() => to.destroy(), latencyMs);
      });
    }
  });
  server.listen(0, `${NET}.1`);
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    close() {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}

function ip(...words: readonly string[]): void {
  execFileSync('ip', words, { stdio: 'ignore' });
}
