import type { Config } from '../config/config.ts';
import { luisterFout } from './listen-port.ts';

/** By the name of the error: why a gateway does not run, and what to do, in Dutch. */
const REDENEN: Readonly<Record<string, (fout: Error) => string>> = {
  FolderInUse: ({ message }) => {
    const [, map = 'DATA_DIR'] = /^the folder (.+) is in use/.exec(message) ?? [];
    return `De map ${map} is in gebruik door een andere gateway. Stop die, of geef deze met DATA_DIR een eigen map.`;
  },
  WrongDataKey: () =>
    'DATA_SLEUTEL (of de sleutel in DATA_DIR) is een andere dan die waarmee deze database is gemaakt. Geef elk proces dezelfde DATA_SLEUTEL.',
  TransientStoreError: (fout) =>
    `De database van DATABASE_URL is niet te bereiken (${'code' in fout ? fout.code : 'onbekend'}). Start haar, of verbeter DATABASE_URL.`,
};

/** Why it does not run: a sentence of ours where the cause is known, else what the error says of itself. */
export function startReden(fout: unknown, { host, port }: Config): string {
  const bezet = luisterFout(fout, host, port);
  if (bezet !== null) return bezet;
  if (!(fout instanceof Error)) return 'onbekende fout';
  return Object.hasOwn(REDENEN, fout.name) ? (REDENEN[fout.name]?.(fout) ?? fout.message) : fout.message;
}
