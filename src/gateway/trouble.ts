import { isTransient } from '../store/engine/errors.ts';

export { ReportTimeout } from '../store/engine/errors.ts';

/** Codes of a disk that is full or read-only, of a database in that state, and of a connection that is not there. */
const CODES = /^(ENOSPC|EROFS|EDQUOT|EIO|ECONN|EPIPE|ETIMEDOUT|53|58|25006)/;

/** Whether an error says that the store or the queue cannot be reached or written, so that later may go better. */
export function isStoring(fout: unknown): boolean {
  if (isTransient(fout)) return true;
  return fout instanceof Error && 'code' in fout && typeof fout.code === 'string' && CODES.test(fout.code);
}
