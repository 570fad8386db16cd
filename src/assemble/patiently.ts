import { setTimeout as sleep } from 'node:timers/promises';
import { isTransient } from '../store/engine/errors.ts';

/** How often a start tries a store that is slow for a moment, and how soon again (ms). */
const TRIES = 20;
const AGAIN_MS = 500;

/** A store that is slow for a moment is no reason not to start. */
export async function patiently<T>(open: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await open();
    } catch (fout) {
      if (!isTransient(fout) || tries === TRIES) throw fout;
      await sleep(AGAIN_MS);
    }
  }
}
