import { EventEmitter } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Scope } from '../access/scope.ts';
import type { BerichtBeeld, BerichtStore } from '../store/messages/contract.ts';

/**
 * How soon a waiter looks in the store when nobody in this process tells it, because another process may be judging, and
 * how seldom at last (ms): each look takes half as long again as the one before, so that waiters do not crowd the store.
 */
const EERSTE_KIJK_MS = 100;
const LAATSTE_KIJK_MS = 1_000;

/** Lets `Prefer: wait` wait for a verdict: told at once by this process, found by looking when another one judged. */
export class VerdictWatch {
  readonly #store: BerichtStore;
  readonly #emitter = new EventEmitter().setMaxListeners(0);

  constructor(store: BerichtStore) {
    this.#store = store;
  }

  /** A verdict on this message (or an outcome of this command) was written. */
  told(id: string): void {
    this.#emitter.emit(id);
  }

  /** The message as soon as it is judged, or as it stands after `waitMs`; undefined when it is unknown. */
  message(id: string, waitMs: number, scope: Scope): Promise<BerichtBeeld | undefined> {
    return this.until(
      id,
      waitMs,
      () => this.#store.message(id, scope),
      (beeld) => beeld?.status !== 'ontvangen',
    );
  }

  /** Reads until it is done or the time is over; gives the last reading. */
  async until<T>(id: string, waitMs: number, read: () => Promise<T>, done: (value: T) => boolean): Promise<T> {
    const end = performance.now() + waitMs;
    let wake: () => void = () => undefined;
    const onTold = () => wake();
    this.#emitter.on(id, onTold);
    try {
      for (let pauze = EERSTE_KIJK_MS; ; pauze = Math.min(pauze * 1.5, LAATSTE_KIJK_MS)) {
        // Made before the reading, so that a verdict written in between is not missed.
        const woken = new Promise<void>((resolve) => {
          wake = resolve;
        });
        const value = await read();
        const left = end - performance.now();
        if (done(value) || left <= 0) return value;
        const stop = new AbortController();
        await Promise.race([woken, sleep(Math.min(pauze, left), undefined, stop).catch(() => undefined)]);
        stop.abort();
      }
    } finally {
      this.#emitter.off(id, onTold);
    }
  }
}
