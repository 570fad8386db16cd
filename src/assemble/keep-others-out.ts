import type { Logger } from '../log/logger.ts';
import { shutFolder } from '../store/engine/pglite/private-folder.ts';

/** The data folder holds personal data and keys: it is for the account that the gateway runs under, and for nobody else. */
export function keepOthersOut(dataDir: string, logger: Logger): void {
  const { mended, left } = shutFolder(dataDir);
  if (mended > 0) logger.warn('the data folder was open to other accounts; it is shut now', { mended });
  if (left > 0) logger.warn('part of the data folder belongs to another account and stays open to others', { left });
}
