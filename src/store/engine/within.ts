import { setImmediate as nextRound } from 'node:timers/promises';

/**
 * The value, or 'late' when it does not come within `ms`. What was late is left to end by itself. After a
 * suspension of this process (SIGSTOP, a paused machine) timer and answer are due together: then the answer wins.
 */
export async function within<T>(ms: number, work: Promise<T>): Promise<T | 'late'> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => nextRound().then(() => resolve('late')), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
    work.catch(() => undefined);
  }
}
