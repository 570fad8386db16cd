/** Waits that can be woken, each for its own time at most and until its own end. Keeps nothing of a wait that is over. */
export class Pulse {
  readonly #waiting = new Set<() => void>();

  wake(): void {
    for (const wake of [...this.#waiting]) wake();
  }

  /** Resolves when woken, after `ms`, or when the signal aborts. Never rejects. */
  wait(ms: number, signal?: AbortSignal): Promise<void> {
    if (signal?.aborted === true) return Promise.resolve();
    return new Promise((resolve) => {
      const over = () => {
        clearTimeout(timer);
        this.#waiting.delete(over);
        signal?.removeEventListener('abort', over);
        resolve();
      };
      const timer = setTimeout(over, ms);
      this.#waiting.add(over);
      signal?.addEventListener('abort', over, { once: true });
    });
  }
}
