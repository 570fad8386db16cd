/** Says that there may be something to do. A ring that nobody waits for is kept for who waits next. */
export class Bell {
  #rung = false;
  #waiting: (() => void)[] = [];

  ring(): void {
    this.#rung = true;
    for (const resolve of this.#waiting.splice(0)) resolve();
  }

  /** Resolves when it rings, at once when it did since somebody waited last, and when the signal ends the waiting. */
  async rung(signal: AbortSignal): Promise<void> {
    if (!this.#rung) {
      await new Promise<void>((resolve) => {
        this.#waiting.push(resolve);
        signal.addEventListener('abort', () => {
          this.#waiting = this.#waiting.filter((other) => other !== resolve);
          resolve();
        });
      });
    }
    this.#rung = false;
  }
}
