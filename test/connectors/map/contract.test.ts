import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { FolderHealth } from '../../../src/connectors/map/folder-health.ts';
import { foldersOf, makeFolders } from '../../../src/connectors/map/folders.ts';
import { MapIn } from '../../../src/connectors/map/map-in.ts';
import { GEMEENTE } from '../../gateway/wereld.ts';
import { stilleLogger } from '../../servers/stille-logger.ts';
import { type WayInAtWork, wayInContract } from '../contract.ts';

/** What is not acknowledged by then lies where it lay (ms): well above the two seconds in which a file must not change. */
const PATIENCE_MS = 8_000;
const PARTIES = [GEMEENTE, '0363'];
const roots: string[] = [];
afterAll(() => {
  for (const root of roots) rmSync(root, { recursive: true, force: true });
});

wayInContract('map', async (): Promise<WayInAtWork> => {
  const root = mkdtempSync(join(tmpdir(), 'ijw-map-contract-'));
  roots.push(root);
  for (const party of PARTIES) await makeFolders(foldersOf(root, party));
  const judged = { status: 'goedgekeurd' };
  const health = new FolderHealth({ good: () => undefined, trouble: () => undefined });
  // The gateway of the contract judges nothing; here it is about what is stored.
  const way = new MapIn(root, {
    ...{ health, logger: stilleLogger },
    settings: { withChannel: () => PARTIES.map((partij) => ({ partij })) },
    gateway: { intake: { verdictOf: async () => judged } },
    messageJson: async (_party: string, id: string) => ({ id, ...judged }),
  } as unknown as ConstructorParameters<typeof MapIn>[1]);
  let stopped = false;
  let nr = 0;
  return {
    connector: {
      ...{ name: way.name, via: way.via },
      start: (door) => {
        stopped = false;
        return way.start(door);
      },
      async stop() {
        await way.stop();
        stopped = true;
      },
    },
    async post(party, bytes) {
      const folders = foldersOf(root, party);
      const name = `${++nr}.xml`;
      writeFileSync(join(folders.in, name), bytes);
      for (const end = Date.now() + PATIENCE_MS; ; await new Promise((resolve) => setTimeout(resolve, 20))) {
        if (existsSync(join(folders.verwerkt, name)))
          return (JSON.parse(readFileSync(join(folders.verwerkt, `${name}.json`), 'utf8')) as { id: string }).id;
        if (existsSync(join(folders.geweigerd, name)) || stopped || Date.now() > end) return null;
      }
    },
  };
});
