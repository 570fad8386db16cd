import { mkdirSync, rmSync } from 'node:fs';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import { foutVelden } from '../log/fout.ts';
import type { Logger } from '../log/logger.ts';
import { shortPath } from '../store/engine/pglite/short-path.ts';
import type { Service } from './service.ts';

/** What can be asked of a gateway that keeps its store for itself, by who may read its data folder. */
export type LocalCommand = 'keys rotate' | 'audit verify' | 'purge' | 'purge --dry-run' | 'client';

export type LocalCommands = Readonly<Record<LocalCommand, (given: unknown) => Promise<unknown>>>;

export type LocalAnswer =
  | { readonly kind: 'done'; readonly result: unknown }
  | { readonly kind: 'failed'; readonly fout: string }
  /** No gateway has this folder. */
  | { readonly kind: 'nobody' };

const FOLDER = 'beheer';
const SOCKET = 'deur.sock';

/**
 * A door in the data folder of a gateway with an embedded store: no other process can open that store while it runs. Whoever can
 * reach the socket (0700, the account of the gateway) could read the key and the store as well, so no other key is asked for.
 */
export class LocalDoor implements Service {
  readonly name = 'beheer';
  readonly #dataDir: string;
  readonly #commands: LocalCommands;
  readonly #logger: Logger;
  #server: Server | undefined;
  #close: () => void = () => undefined;

  constructor(dataDir: string, commands: LocalCommands, logger: Logger) {
    this.#dataDir = dataDir;
    this.#commands = commands;
    this.#logger = logger;
  }

  start(): void {
    const folder = join(this.#dataDir, FOLDER);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    // This process has the folder: who left a socket there lives no more.
    rmSync(join(folder, SOCKET), { force: true });
    const { path, close } = shortPath(folder, SOCKET);
    this.#close = close;
    this.#server = createServer((socket) => void this.#answer(socket));
    this.#server.on('error', (fout) => this.#logger.warn('no local commands', foutVelden(fout)));
    this.#server.listen(join(path, SOCKET)).unref();
  }

  async stop(): Promise<void> {
    const server = this.#server;
    if (server !== undefined) await new Promise((done) => server.close(done));
    this.#close();
  }

  async #answer(socket: Socket): Promise<void> {
    socket.on('error', () => undefined);
    // What is given with a command stands behind it as JSON; it is in no log.
    const [asked = '', given = 'null'] = (await firstLine(socket)).split('\t', 2);
    const command = Object.hasOwn(this.#commands, asked) ? this.#commands[asked as LocalCommand] : undefined;
    if (command === undefined) {
      socket.end(`${JSON.stringify({ kind: 'failed', fout: 'Deze gateway kent die opdracht niet.' })}\n`);
      return;
    }
    try {
      const result = await command(JSON.parse(given));
      this.#logger.info('a local command was carried out', { opdracht: asked });
      socket.end(`${JSON.stringify({ kind: 'done', result })}\n`);
    } catch (fout) {
      this.#logger.error('a local command failed', { opdracht: asked, ...foutVelden(fout) });
      socket.end(
        `${JSON.stringify({ kind: 'failed', fout: 'Dat mislukte. Het logboek van de gateway zegt waarom.' })}\n`,
      );
    }
  }
}

/** Asks the gateway that has this data folder, if there is one. */
export async function askLocalGateway(
  dataDir: string,
  command: LocalCommand,
  given: object | null = null,
): Promise<LocalAnswer> {
  const { path, close } = shortPath(join(dataDir, FOLDER), SOCKET);
  const socket = connect(join(path, SOCKET));
  try {
    const connected = await new Promise<boolean>((done) => {
      socket.once('connect', () => done(true));
      socket.once('error', () => done(false));
    });
    if (!connected) return { kind: 'nobody' };
    socket.write(`${command}\t${JSON.stringify(given)}\n`);
    const answer = await firstLine(socket, Number.POSITIVE_INFINITY);
    if (answer === '') return { kind: 'failed', fout: 'De gateway hield op voordat zij antwoordde.' };
    return JSON.parse(answer) as LocalAnswer;
  } finally {
    socket.destroy();
    close();
  }
}

const LONGEST = 64 * 1024;

/** Up to the first line feed, or the end. */
function firstLine(socket: Socket, longest = LONGEST): Promise<string> {
  const pieces: string[] = [];
  let length = 0;
  const line = () => pieces.join('').split('\n', 1)[0] ?? '';
  socket.setEncoding('utf8');
  return new Promise((done) => {
    socket.on('data', (part: string) => {
      pieces.push(part);
      length += part.length;
      if (part.includes('\n') || length > longest) done(line());
    });
    for (const end of ['end', 'close', 'error']) socket.once(end, () => done(line()));
  });
}
