import { existsSync, readdirSync, readFileSync, renameSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { foldersOf, type PartyFolders } from '../../../src/connectors/map/folders.ts';
import { Mailbox, typeOf } from '../mailbox.ts';
import type { Party } from '../party.ts';
import { patiently } from '../patiently.ts';

/** Puts files in and takes files out. */
export class FolderParty extends Mailbox implements Party {
  readonly code: string;
  readonly settings = { kanaal: 'map' };
  readonly #folders: PartyFolders;
  #closed = false;
  #taking: Promise<void> | undefined;

  constructor(code: string, root: string) {
    super();
    this.code = code;
    this.#folders = foldersOf(root, code);
  }

  async open(): Promise<void> {
    this.#taking = this.#take();
  }

  async send(bytes: Uint8Array, name: string): Promise<void> {
    const { in: folder, verwerkt, geweigerd } = this.#folders;
    const file = `${name}.xml`;
    await patiently(async () => {
      writeFileSync(join(folder, `.${file}`), bytes);
      renameSync(join(folder, `.${file}`), join(folder, file));
      return true;
    }, this.#ended);
    await patiently(async () => {
      return [verwerkt, geweigerd].some((to) => existsSync(join(to, file))) ? true : undefined;
    }, this.#ended);
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#taking;
  }

  readonly #ended = () => this.#closed;

  async #take(): Promise<void> {
    const { uit } = this.#folders;
    while (!this.#closed) {
      await sleep(200);
      if (!existsSync(uit)) continue;
      for (const name of readdirSync(uit).filter((one) => /^[^.].*\.xml$/.test(one))) {
        const xml = readFileSync(join(uit, name), 'utf8');
        this.take({ id: name.slice(0, -4), type: typeOf(xml), xml });
        unlinkSync(join(uit, name));
      }
    }
  }
}
