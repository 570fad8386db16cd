import { EventEmitter } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Scope } from '../access/scope.ts';
import type { HappeningHint, HappeningHub } from '../happenings/hub.ts';
import type { BerichtBeeld, BerichtStore } from '../store/messages/contract.ts';

/**
 * Polling of the store by a waiter, because another process may be judging: first and longest interval (ms). It backs
 * off by half each time, so that many waiters do not load the store.
 */
const EERSTE_KIJK_MS = 100;
const LAATSTE_KIJK_MS = 1_000;

/** After these a message or command is as whoever waits for it wants it. */
const DONE: ReadonlySet<string> = new Set<HappeningHint['type']>([
  'message.judged',
  'message.quarantined',
  'decision.made',
  'command.done',
]);

/**
 * Lets `Prefer: wait` wait for a verdict: told at once when this process judged, hinted at when another did, and found by
 * looking when nobody says so.
 */
export class VerdictWatch {
  readonly #store: BerichtStore;
  readonly #emitter = new EventEmitter().setMaxListeners(0);

  constructor(store: BerichtStore, hub: HappeningHub) {
    this.#store = store;
    hub.listen((happening) => this.#told(happening));
    hub.listenToHints((hint) => this.#told(hint));
  }

  #told({ type, subject }: HappeningHint): void {
    if (DONE.has(type) && subject !== null) this.#emitter.emit(subject);
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
