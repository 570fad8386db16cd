import type { LaanStore, LaanWerk } from '../store/lanes/contract.ts';

export const MAX_ATTEMPTS = 3;

/**
 * Attempts at messages that may be to blame for something. They are counted in the store, committed before judging begins,
 * so that a message which takes the process with it is still counted.
 */
export class Attempts {
  readonly #store: Pick<LaanStore, 'countAttempt' | 'voidAttempt'>;
  /** Attempts that did not count and are counted in the store: the next one of that message is not counted again. */
  readonly #voided = new Set<string>();

  constructor(store: Pick<LaanStore, 'countAttempt' | 'voidAttempt'>) {
    this.#store = store;
  }

  /** Begins one; the number it is. */
  async begin(werk: LaanWerk): Promise<number> {
    return this.#voided.delete(werk.id) ? werk.pogingen : this.#store.countAttempt(werk);
  }

  /** The one that was begun does not count. Without a connection that cannot be written, and is remembered here. */
  async void(werk: LaanWerk): Promise<void> {
    await this.#store.voidAttempt(werk).catch(() => this.#voided.add(werk.id));
  }

  /** This message has its verdict: nothing of it needs remembering. */
  forget(id: string): void {
    this.#voided.delete(id);
  }
}
