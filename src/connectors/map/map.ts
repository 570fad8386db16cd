import { mkdir } from 'node:fs/promises';
import { Periodic } from '../../services/periodic.ts';
import type { Connector, ConnectorDeps, ConnectorKind } from '../connector.ts';
import { FolderHealth } from './folder-health.ts';
import { foldersOf, makeFolders } from './folders.ts';
import { MapIn } from './map-in.ts';
import { MapOut } from './map-out.ts';

/** How often it is looked what parties took (ms). */
const LOOK_MS = 1_000;

/** Folders, when KANAAL_MAP names where. */
export const MAP: ConnectorKind = {
  channel: 'map',
  make: (deps) => (deps.config.kanaalMap === null ? null : mapConnector(deps.config.kanaalMap, deps)),
};

export function mapConnector(
  root: string,
  deps: Omit<ConnectorDeps, 'config' | 'feedback' | 'wake'>,
): Connector & { in: MapIn; out: MapOut } {
  const health = new FolderHealth(deps.health);
  const out = new MapOut(root, { ...deps, health });
  const looks = new Periodic({
    name: 'opgehaald uit map',
    everyMs: LOOK_MS,
    work: () => out.look(),
    logger: deps.logger,
  });
  return {
    in: new MapIn(root, { ...deps, health }),
    out,
    async open() {
      await mkdir(root, { recursive: true });
      for (const { partij } of deps.settings.withChannel('map')) await makeFolders(foldersOf(root, partij));
      looks.start();
    },
    close: () => looks.stop(),
  };
}
