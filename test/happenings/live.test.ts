import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { eventStream } from '../../src/api/stream/event-stream.ts';
import type { EventPage } from '../../src/gateway/live/event-feed.ts';
import { EventFeed } from '../../src/gateway/live/event-feed.ts';
import { OutgoingWatch } from '../../src/gateway/live/outgoing-watch.ts';
import { HappeningHub } from '../../src/happenings/hub.ts';
import type { AskedFor } from '../../src/store/deliveries/contract.ts';
import type { PlacedEvent } from '../../src/store/happenings/contract.ts';
import { BEHEERDER, vanPartijen } from '../access/wie.ts';
import { stilleLogger } from '../servers/stille-logger.ts';

const OF = { known: true, sender: '42420001', recipients: [], regio: 'AA', type: 'JW315' };

/** A store of events in memory, that counts how often it is asked. */
class Events {
  readonly all: PlacedEvent[] = [];
  asked = 0;
  away = false;

  add(count: number): void {
    for (let i = 0; i < count; i++) {
      const position = `1-${this.all.length + 1}`;
      const happening = { type: 'message.replayed', subject: position, lane: 'AA|42420001' } as const;
      this.all.push({ position, op: '2026-01-02T10:00:00.000Z', version: 1, happening, of: OF });
    }
  }

  presentPosition = async () => this.all.at(-1)?.position ?? '1-0';

  eventsAfter = async (position: string | null, limit: number) => {
    this.asked++;
    if (this.away) throw new Error('away');
    const events = this.all.slice(Number(position?.split('-')[1] ?? 0)).slice(0, limit);
    return { events, position: events.at(-1)?.position ?? position };
  };
}

const ids = (page: EventPage) => page.events.map(({ data }) => data.id);

describe('the feed', () => {
  it('reads the store once for all who follow, tells each everything, and reads nothing when nobody does', async () => {
    const [store, hub] = [new Events(), new HappeningHub(stilleLogger)];
    const feed = new EventFeed({ store, hub, logger: stilleLogger });
    await sleep(30);
    expect(store.asked).toBe(0);
    const got = await Promise.all(
      Array.from({ length: 40 }, async () => {
        const seen: string[] = [];
        for await (const page of feed.follow('1-0', 60_000, new AbortController().signal)) {
          seen.push(...ids(page));
          if (seen.length === 0) setTimeout(() => tell(), 20);
          if (seen.length === 1_000) break;
        }
        return seen;
      }),
    );
    function tell() {
      if (store.all.length >= 1_000) return;
      store.add(100);
      hub.hint({ type: 'message.replayed', subject: null });
    }
    for (const seen of got) expect(seen).toEqual(store.all.map(({ position }) => position));
    // Forty followers, each with a place from before the first look: one question of each at most, and those of the feed.
    expect(store.asked).toBeLessThan(40 * 2 + 200);
    await sleep(50);
    const asked = store.asked;
    await sleep(50);
    expect(store.asked).toBe(asked);
  }, 30_000);

  it('says where it stands when nothing happens, and goes on when the store was away', async () => {
    const [store, hub] = [new Events(), new HappeningHub(stilleLogger)];
    const feed = new EventFeed({ store, hub, logger: stilleLogger });
    const stop = new AbortController();
    const pages = feed.follow(null, 5, stop.signal);
    expect((await pages.next()).value).toEqual({ events: [], position: '1-0' });
    expect((await pages.next()).value).toEqual({ events: [], position: '1-0' });
    store.away = true;
    hub.hint({ type: 'message.judged', subject: null });
    await sleep(30);
    store.away = false;
    store.add(1);
    let page = await pages.next();
    while (page.value?.events.length === 0) page = await pages.next();
    expect(ids(page.value as EventPage)).toEqual(['1-1']);
    stop.abort();
    expect((await pages.next()).value?.events ?? []).toEqual([]);
    expect((await pages.next()).done).toBe(true);
  });
});

describe('a stream', () => {
  it('takes no more than it can pass on: who reads nothing costs one page', async () => {
    let taken = 0;
    let over = 0;
    const data = { id: 'x'.repeat(1_000), op: '' };
    const event = { position: '1-1', name: 'besluit', data, of: 'staff' } as const;
    const live = {
      follow: async () =>
        (async function* () {
          for (;;) {
            taken++;
            yield { position: '1-1', events: Array.from({ length: 200 }, () => event) };
          }
        })(),
    };
    const stream = await eventStream({
      ...{ gateway: { live }, principal: BEHEERDER, current: async () => BEHEERDER, lastEventId: '' },
      ...{ signal: new AbortController().signal, over: () => void over++ },
    });
    stream?.read(0);
    await sleep(50);
    expect([taken, over]).toEqual([1, 0]);
    expect(stream?.readableLength).toBeLessThan(400_000);
    stream?.destroy();
    await sleep(5);
    expect(over).toBe(1);
  });

  it('ends when the key does', async () => {
    const signal = new AbortController().signal;
    let holds = true;
    const feed = new EventFeed({ store: new Events(), hub: new HappeningHub(stilleLogger), logger: stilleLogger });
    const stream = await eventStream({
      gateway: { live: { follow: async (_who, f) => feed.follow(f.position, f.restMs, f.signal) } },
      ...{ principal: BEHEERDER, current: async () => (holds ? BEHEERDER : null), lastEventId: '', signal },
      over: () => undefined,
    });
    let text = '';
    for await (const piece of stream ?? []) {
      text += String(piece);
      holds = false;
    }
    expect(text).toContain('id: 1-0');
  });
});

describe('who waits for its list', () => {
  it('is looked for in the store together with all others, told when its own is there, and never when nobody waits', async () => {
    const ready = new Set<string>();
    const looks: number[] = [];
    const store = {
      whichWait: async (asked: readonly AskedFor[]) => {
        looks.push(asked.length);
        return asked.filter(({ scope }) => scope.parties.some((party) => ready.has(party)));
      },
    };
    const hub = new HappeningHub(stilleLogger);
    const watch = new OutgoingWatch({ store, hub, logger: stilleLogger });
    const told: string[] = [];
    const parties = Array.from({ length: 200 }, (_, i) => `4242${String(i).padStart(4, '0')}`);
    const waiting = parties.map(async (party) => {
      await watch.until({ scope: vanPartijen(party) }, 60_000, new AbortController().signal);
      told.push(party);
    });
    await sleep(30);
    expect(told).toEqual([]);
    expect(looks.length).toBeLessThan(10);
    ready.add('42420007');
    hub.hint({ type: 'message.judged', subject: 'x' });
    await waiting[7];
    expect(told).toEqual(['42420007']);
    for (const party of parties) ready.add(party);
    hub.hint({ type: 'message.judged', subject: 'x' });
    await Promise.all(waiting);
    await sleep(50);
    const before = looks.length;
    hub.hint({ type: 'message.judged', subject: 'x' });
    await sleep(50);
    expect(looks.length).toBe(before);
    expect(looks.length).toBeLessThan(20);
  });

  it('waits its time and no longer, and not when nobody listens any more', async () => {
    const watch = new OutgoingWatch({
      store: { whichWait: async () => [] },
      hub: new HappeningHub(stilleLogger),
      logger: stilleLogger,
    });
    await watch.until({ scope: vanPartijen('0362') }, 5, new AbortController().signal);
    const gone = new AbortController();
    const waiting = watch.until({ scope: vanPartijen('0362') }, 60_000, gone.signal);
    gone.abort();
    await waiting;
    await watch.until({ scope: vanPartijen('0362') }, 60_000, gone.signal);
  });
});
