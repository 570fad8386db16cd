/** Work in order for each sender; those of different senders do not wait for each other. */
export class SenderLines {
  readonly #ends = new Map<string, Promise<void>>();

  /** After all that was added for this sender before. `work` must not reject. */
  add(sender: string, work: () => Promise<void>): void {
    const end = (this.#ends.get(sender) ?? Promise.resolve()).then(work).finally(() => {
      if (this.#ends.get(sender) === end) this.#ends.delete(sender);
    });
    this.#ends.set(sender, end);
  }

  /** Something of this sender is under way: what comes must wait for it. */
  has(sender: string): boolean {
    return this.#ends.has(sender);
  }

  /** Resolves when nothing is left of what was added until now. */
  async done(): Promise<void> {
    await Promise.all(this.#ends.values());
  }
}
