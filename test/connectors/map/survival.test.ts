import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'vitest';
import { type Arrived, type PartySystem, type WayUnderTest, waySurvives } from '../survival.ts';

/** How long the disk is away (ms): longer than the folders are left unseen. */
const AWAY_MS = 1_500;

waySurvives('map', async (): Promise<WayUnderTest> => {
  const root = mkdtempSync(join(tmpdir(), 'ijw-kanaal-'));
  const systems: FolderSystem[] = [];
  return {
    env: { KANAAL_MAP: root },
    async party(code) {
      const system = new FolderSystem(root, code);
      systems.push(system);
      return { system, settings: { kanaal: 'map' } };
    },
    async restart() {
      renameSync(root, `${root}-weg`);
      await sleep(AWAY_MS);
      renameSync(`${root}-weg`, root);
    },
    async stop() {
      await Promise.all(systems.map((system) => system.stop()));
      rmSync(root, { recursive: true, force: true });
    },
  };
});

/** A system that puts files down and takes files away. */
class FolderSystem implements PartySystem {
  readonly #folder: (part: string) => string;
  readonly #taken: { readonly id: string; readonly text: string }[] = [];
  readonly #reading: Promise<void>;
  readonly #judged = new Set<string>();
  readonly #known = new Map<string, string>();
  #stopped = false;
  #nr = 0;

  constructor(root: string, code: string) {
    this.#folder = (part) => join(root, part, code);
    this.#reading = this.#read();
  }

  /** A file says what it answers by the Identificatie of that; what lies in `verwerkt` says which message that was. */
  get arrived(): readonly Arrived[] {
    for (const name of namesIn(this.#folder('verwerkt')).filter((one) => one.endsWith('.json'))) {
      // Looked at often, and written once.
      if (this.#judged.has(name)) continue;
      this.#judged.add(name);
      const { id, identificatie } = JSON.parse(readFileSync(join(this.#folder('verwerkt'), name), 'utf8'));
      this.#known.set(identificatie, id);
    }
    expect(namesIn(this.#folder('geweigerd'))).toEqual([]);
    // Nothing came twice: the files of a way are told apart by their names.
    expect(new Set(this.#taken.map(({ id }) => id)).size).toBe(this.#taken.length);
    return this.#taken.map(({ id, text }) => {
      const type = /jw(\d{3})/i.exec(text)?.[1] ?? '';
      const answers = this.#known.get(/<\w+:Identificatie>([^<]+)</.exec(text)?.[1] ?? '') ?? null;
      return { id, type: `JW${type}`, answers, bytes: Buffer.from(text) };
    });
  }

  /** One in three is written in place, the others are renamed when they are whole. */
  readonly send = async (bytes: Uint8Array, transportId: string): Promise<void> => {
    const nr = this.#nr++;
    const name = `${transportId}.xml`;
    const part = nr % 3 === 0 ? name : `${name}.deel`;
    for (;;) {
      try {
        writeFileSync(join(this.#folder('in'), part), bytes);
        if (part !== name) renameSync(join(this.#folder('in'), part), join(this.#folder('in'), name));
        break;
      } catch (fout) {
        if (!isAway(fout)) throw fout;
        await sleep(50);
      }
    }
    // The order of a party is that in which it writes; a file system counts time in ticks.
    await sleep(20);
  };

  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#reading;
  }

  async #read(): Promise<void> {
    for (; !this.#stopped; await sleep(30)) {
      try {
        for (const path of oldestFirst(this.#folder('uit'))) {
          const text = readFileSync(path, 'utf8');
          // Never half of one.
          expect(text).toMatch(/Bericht>\s*$/);
          rmSync(path);
          this.#taken.push({ id: /([^/]+)\.xml$/.exec(path)?.[1] ?? '', text });
        }
      } catch (fout) {
        if (!isAway(fout)) throw fout;
      }
    }
  }
}

function oldestFirst(folder: string): string[] {
  const files = readdirSync(folder).filter((name) => !name.startsWith('.'));
  const at = (path: string) => statSync(path, { bigint: true }).mtimeNs;
  return files
    .map((name) => join(folder, name))
    .map((path) => ({ path, at: at(path) }))
    .toSorted((a, b) => (a.at < b.at ? -1 : 1))
    .map(({ path }) => path);
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (fout) {
    if (isAway(fout)) return [];
    throw fout;
  }
}

function isAway(fout: unknown): boolean {
  return fout instanceof Error && fout.message.startsWith('ENOENT');
}
