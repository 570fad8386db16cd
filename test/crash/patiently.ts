import { setTimeout as sleep } from 'node:timers/promises';

/** As a system does whose other side may be away: until it works, or `ended`. */
export async function patiently<T>(work: () => Promise<T | undefined>, ended: () => boolean): Promise<T | undefined> {
  while (!ended()) {
    const result = await work().catch(() => undefined);
    if (result !== undefined) return result;
    await sleep(50);
  }
  return undefined;
}

/** Throws when it does not hold in time. */
export async function within(ms: number, what: string, holds: () => Promise<boolean> | boolean): Promise<void> {
  const end = performance.now() + ms;
  while (!(await holds())) {
    if (performance.now() > end) throw new Error(`not within ${ms} ms: ${what}`);
    await sleep(100);
  }
}
