import type { LiveEvent } from './live-event.ts';

/** A place in the order of events, comparable. */
type Place = readonly [tx: bigint, rij: bigint];

interface Placed {
  readonly place: Place;
  readonly position: string;
  readonly event: LiveEvent | null;
}

/** So many of the newest events are kept, also those that are told to nobody. */
const KEPT = 4_000;

/** The newest events in the order of the store, without a hole: whoever stands among them need not ask the store. */
export class EventRing {
  readonly #events: Placed[] = [];
  #from: Place;
  #end: Place;
  #position: string;

  /** Begins after this position, empty. */
  constructor(position: string) {
    this.#from = placeOf(position);
    this.#end = this.#from;
    this.#position = position;
  }

  /** Where the newest ends, and the next is asked for. */
  get position(): string {
    return this.#position;
  }

  /** What follows on the end. */
  push(events: readonly { readonly position: string; readonly event: LiveEvent | null }[]): void {
    for (const { position, event } of events) this.#events.push({ place: placeOf(position), position, event });
    const last = this.#events.at(-1);
    if (last !== undefined) [this.#end, this.#position] = [last.place, last.position];
    const gone = this.#events.splice(0, Math.max(0, this.#events.length - KEPT));
    this.#from = gone.at(-1)?.place ?? this.#from;
  }

  /** At most so many after this position, and where the next page begins; undefined when it stands elsewhere. */
  after(
    position: string,
    limit: number,
  ): { readonly events: readonly LiveEvent[]; readonly position: string } | undefined {
    const place = placeOf(position);
    if (before(place, this.#from) || before(this.#end, place)) return undefined;
    const begin = this.#firstAfter(place);
    const page = this.#events.slice(begin, begin + limit);
    const events = page.map(({ event }) => event).filter((event) => event !== null);
    return { events, position: page.at(-1)?.position ?? position };
  }

  #firstAfter(place: Place): number {
    let [low, high] = [0, this.#events.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const found = this.#events[middle]?.place;
      if (found !== undefined && !before(place, found)) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function placeOf(position: string): Place {
  const [tx = '0', rij = '0'] = position.split('-');
  return [BigInt(tx), BigInt(rij)];
}

function before([tx, rij]: Place, [otherTx, otherRij]: Place): boolean {
  return tx < otherTx || (tx === otherTx && rij < otherRij);
}
