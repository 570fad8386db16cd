import type { HappeningHub } from '../../happenings/hub.ts';
import { foutVelden } from '../../log/fout.ts';
import type { Logger } from '../../log/logger.ts';
import type { HappeningStore } from '../../store/happenings/contract.ts';
import { EventRing } from './event-ring.ts';
import { type LiveEvent, liveEvent } from './live-event.ts';
import { Pulse } from './pulse.ts';

/** Events that one look in the store gives at most, and that a follower gets at once. */
const PAGE = 500;
const AT_ONCE = 200;
/**
 * The store is looked at again after so long (ms). At once after a word of something new, and soon again, for it may wait
 * behind an older transaction; then ever less, for a word may be lost.
 */
const FIRST_LOOK_MS = 10;
const LAST_LOOK_MS = 1_000;

export interface EventFeedDeps {
  readonly store: Pick<HappeningStore, 'eventsAfter' | 'presentPosition'>;
  readonly hub: HappeningHub;
  readonly logger: Logger;
}

/** What a follower gets: what is new, or nothing for as long as it asked to wait. */
export interface EventPage {
  readonly events: readonly LiveEvent[];
  /** Whoever begins here goes on after these. */
  readonly position: string;
}

/**
 * The events, read once for all who follow them in this process. While nobody does, nothing is read. A follower is a
 * position: it takes from the newest ones that are kept here, or from the store when it fell behind, and only when it can
 * pass on what it took before.
 */
export class EventFeed {
  readonly #deps: EventFeedDeps;
  readonly #news = new Pulse();
  readonly #words = new Pulse();
  #followers = 0;
  #ring: EventRing | undefined;
  #version = 0;
  #reading = false;
  #pause = FIRST_LOOK_MS;

  constructor(deps: EventFeedDeps) {
    this.#deps = deps;
    const word = () => {
      if (!this.#reading) return;
      this.#pause = FIRST_LOOK_MS;
      this.#words.wake();
    };
    deps.hub.listen(word);
    deps.hub.listenToHints(word);
  }

  /**
   * Everything after a position, or (null) from now on, until the signal aborts. The first page says where it begins; one
   * without events comes when nothing happened for `restMs`. Throws what the store throws: go on from the last position.
   */
  async *follow(position: string | null, restMs: number, signal: AbortSignal): AsyncGenerator<EventPage, void> {
    this.#followers++;
    try {
      void this.#read();
      let at = position ?? (await this.#deps.store.presentPosition());
      yield { events: [], position: at };
      while (!signal.aborted) {
        const version = this.#version;
        const page = this.#ring?.after(at, AT_ONCE) ?? (await this.#fromStore(at));
        const moved = page.position !== at;
        at = page.position;
        if (page.events.length > 0) yield page;
        if (moved) continue;
        if (this.#version === version) await this.#news.wait(restMs, signal);
        if (this.#version === version) yield { events: [], position: at };
      }
    } finally {
      this.#followers--;
      if (this.#followers === 0) this.#words.wake();
    }
  }

  async #fromStore(at: string): Promise<EventPage> {
    const page = await this.#deps.store.eventsAfter(at, AT_ONCE);
    if (page === undefined) throw new Error('no position of an event');
    const events = page.events.map(liveEvent).filter((event) => event !== null);
    return { events, position: page.position ?? at };
  }

  /** One at a time, and only while somebody follows. */
  async #read(): Promise<void> {
    if (this.#reading) return;
    this.#reading = true;
    while (this.#followers > 0) {
      const full = await this.#look();
      if (full) continue;
      await this.#words.wait(this.#pause);
      this.#pause = Math.min(this.#pause * 2, LAST_LOOK_MS);
    }
    this.#ring = undefined;
    this.#reading = false;
  }

  /** Whether there may be more at once. A store that is away is looked at again; followers find out by themselves. */
  async #look(): Promise<boolean> {
    const { store, logger } = this.#deps;
    try {
      this.#ring ??= new EventRing(await store.presentPosition());
      const page = await store.eventsAfter(this.#ring.position, PAGE);
      if (page === undefined || page.events.length === 0) return false;
      this.#ring.push(page.events.map((placed) => ({ position: placed.position, event: liveEvent(placed) })));
      this.#version++;
      this.#news.wake();
      return page.events.length === PAGE;
    } catch (fout) {
      logger.warn('events could not be read; they are read later', foutVelden(fout));
      this.#pause = LAST_LOOK_MS;
      return false;
    }
  }
}
