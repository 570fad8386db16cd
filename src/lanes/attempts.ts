import type { LaanStore, LaanWerk } from '../store/lanes/contract.ts';

export const MAX_ATTEMPTS = 3;

/**
 * Attempts at messages that may be to blame for something. They are counted in the store, committed before judging begins,
 * so that a message which takes the process with it is still counted.
 */
export class Attempts {
  readonly #store: Pick<LaanStore, 'countAttempt' | 'voidAttempt'>;
  /**
   * Messages of which an attempt must be taken back while the store cannot be reached; their next one is not counted.
   */
  readonly #voided = new Set<string>();

  constructor(store: Pick<LaanStore, 'countAttempt' | 'voidAttempt'>) {
    this.#store = store;
  }

  /** Begins one; the number it is. */
  async begin(werk: LaanWerk): Promise<number> {
    return this.#voided.delete(werk.id) ? werk.pogingen : this.#store.countAttempt(werk);
  }

  /** Takes back the attempt that was begun; remembered here when the store cannot be reached. */
  async void(werk: LaanWerk): Promise<void> {
    await this.#store.voidAttempt(werk).catch(() => this.#voided.add(werk.id));
  }

  /** This message has its verdict: nothing of it needs remembering. */
  forget(id: string): void {
    this.#voided.delete(id);
  }
}
