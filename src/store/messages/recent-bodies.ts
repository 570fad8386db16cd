/** What is remembered at most: the largest message that there may be, with some beside it (bytes). */
const MOST = 32 * 1024 * 1024;

interface Recent {
  readonly id: string;
  readonly volgnummer: number;
  readonly bytes: Uint8Array;
}

/**
 * Bodies that this process stored a moment ago, until the turn that judges them here has them: so that it need not ask for them,
 * have them sent as text and open their seal (a twentieth of what a JW305 costs, a quarter of a second of a declaratie of 24 MB). The store stays the truth: what is not
 * here is read, and when there is more than fits the oldest lane is forgotten.
 */
export class RecentBodies {
  readonly #lanes = new Map<string, Recent[]>();
  #size = 0;

  /** A piece of a larger buffer is copied: these bytes go to a thread, and would take all of that buffer along. */
  remember(laan: string, id: string, volgnummer: number, bytes: Uint8Array): void {
    if (bytes.length > MOST) return;
    const lane = this.#lanes.get(laan) ?? [];
    // Behind the others: of what does not fit, it is forgotten last.
    this.#lanes.delete(laan);
    const own = bytes.length === bytes.buffer.byteLength ? bytes : new Uint8Array(bytes);
    const recent = { id, volgnummer, bytes: own };
    lane.push(recent);
    this.#lanes.set(laan, lane);
    this.#size += bytes.length;
    for (const [oldest] of this.#lanes) {
      if (this.#size <= MOST) return;
      this.#drop(oldest);
    }
  }

  /** Of the messages of a lane that were stored first; by id. */
  first(laan: string, most: number): ReadonlyMap<string, Uint8Array> {
    return new Map(
      this.#lanes
        .get(laan)
        ?.slice(0, most)
        .map(({ id, bytes }) => [id, bytes]),
    );
  }

  /** A turn has what stands in the lane up to here; whoever needs it again reads it. */
  forget(laan: string, upTo: number): void {
    const lane = this.#lanes.get(laan);
    if (lane === undefined) return;
    this.#drop(laan);
    const left = lane.filter(({ volgnummer }) => volgnummer > upTo);
    if (left.length === 0) return;
    this.#lanes.set(laan, left);
    for (const { bytes } of left) this.#size += bytes.length;
  }

  #drop(laan: string): void {
    for (const { bytes } of this.#lanes.get(laan) ?? []) this.#size -= bytes.length;
    this.#lanes.delete(laan);
  }
}
