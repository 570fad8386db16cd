/** Codes of a store or queue that is away, full or read-only: Node's, PostgreSQL's and ioredis'. */
const CODES =
  /^(ECONN|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN|ENOSPC|EROFS|EDQUOT|08|53|57P|58|25006)/;
const TEKSTEN =
  /connection (is closed|terminated|ended)|timeout (exceeded )?when trying to connect|max retries per request/i;

/** Whether an error says that the store or the queue cannot be reached or written, so that later may go better. */
export function isStoring(fout: unknown): boolean {
  if (!(fout instanceof Error)) return false;
  if ('code' in fout && typeof fout.code === 'string' && CODES.test(fout.code)) return true;
  if (TEKSTEN.test(fout.message)) return true;
  if (fout instanceof AggregateError && fout.errors.some(isStoring)) return true;
  return fout.cause !== undefined && isStoring(fout.cause);
}
