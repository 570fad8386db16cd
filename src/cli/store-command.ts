import type { Config } from '../config/config.ts';
import type { StorePlace } from '../store/operate/idle-store.ts';
import { startReden } from './start-reason.ts';

export function storePlace({ databaseUrl, dataDir, dataSleutel }: Config): StorePlace {
  return { databaseUrl, dataDir, sleutel: dataSleutel };
}

/** Says why a command on the store did not succeed; the exit code for it. */
export function storeMislukt(fout: unknown, config: Config): number {
  const reden = startReden(fout, config);
  process.stderr.write(`${reden}${/[.!?]$/.test(reden) ? '' : '.'}\n`);
  return 1;
}
