import { Readable } from 'node:stream';
import type { Principal } from '../../access/principal.ts';
import type { Gateway } from '../../gateway/gateway.ts';
import type { EventPage } from '../../gateway/live/event-feed.ts';
import { beginning, heartbeat, sent } from './server-sent.ts';

/** A comment goes after so long without an event (ms): shorter than what proxies and firewalls call idle. */
const REST_MS = 10_000;
/** How often it is looked whether the key still holds; with what a key is believed (4 s) that stays below 5 s. */
const KEY_MS = 500;
/** A client that takes nothing for so long is let go (ms); it comes back where it was. */
const STUCK_MS = 60_000;
/** Bytes that wait in this process for a slow client, beside one page. */
const WAITING_BYTES = 16_384;

export interface StreamRequest {
  readonly gateway: Pick<Gateway, 'live'>;
  readonly principal: Principal;
  /** Who it is by now; null ends the stream. */
  readonly current: () => Promise<Principal | null>;
  /** Empty: from now on. */
  readonly lastEventId: string;
  readonly signal: AbortSignal;
  /** Called once, when it is over. */
  readonly over: () => void;
}

/** The events of this key as text/event-stream; null when it cannot go on after this id. `over` is called in either case. */
export async function eventStream(request: StreamRequest): Promise<Readable | null> {
  const stream = new OneStream(request);
  try {
    return await stream.open();
  } catch (fout) {
    stream.end();
    throw fout;
  }
}

class OneStream {
  readonly #request: StreamRequest;
  readonly #ended = new AbortController();
  readonly #end = () => this.end();
  #who: Principal | null;
  #watch: NodeJS.Timeout | undefined;
  #offeredAt: number | null = null;

  constructor(request: StreamRequest) {
    this.#request = request;
    this.#who = request.principal;
  }

  async open(): Promise<Readable | null> {
    const { gateway, principal, lastEventId, signal } = this.#request;
    const pages = await gateway.live.follow(principal, {
      principal: () => this.#who,
      position: lastEventId === '' ? null : lastEventId,
      restMs: REST_MS,
      signal: this.#ended.signal,
    });
    if (pages === undefined) {
      this.end();
      return null;
    }
    signal.addEventListener('abort', this.#end, { once: true });
    if (signal.aborted) this.end();
    this.#watch = setInterval(() => void this.#look(), KEY_MS);
    this.#watch.unref();
    const readable = Readable.from(this.#text(pages), { objectMode: false, highWaterMark: WAITING_BYTES });
    readable.once('close', this.#end);
    return readable;
  }

  end(): void {
    if (this.#ended.signal.aborted) return;
    this.#ended.abort();
    clearInterval(this.#watch);
    this.#request.signal.removeEventListener('abort', this.#end);
    this.#request.over();
  }

  /** A store that cannot tell now whether the key holds gives no events either. */
  async #look(): Promise<void> {
    if (this.#offeredAt !== null && performance.now() - this.#offeredAt > STUCK_MS) return this.end();
    try {
      this.#who = await this.#request.current();
    } catch {
      return;
    }
    if (this.#who === null) this.end();
  }

  async *#text(pages: AsyncIterable<EventPage>): AsyncGenerator<string, void> {
    try {
      let begun = false;
      for await (const page of pages) {
        const empty = begun ? heartbeat(page) : beginning(page);
        const text = page.events.length === 0 ? empty : sent(page);
        begun = true;
        this.#offeredAt = performance.now();
        yield text;
        this.#offeredAt = null;
      }
    } catch {
      // The store was away: the client comes back with the last id that it got, and loses nothing.
    } finally {
      this.end();
    }
  }
}
