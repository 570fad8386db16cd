import type { Principal } from '../../access/principal.ts';
import type { Scope } from '../../access/scope.ts';
import type { HappeningStore } from '../../store/happenings/contract.ts';
import type { Door } from '../door.ts';
import type { EventFeed, EventPage } from './event-feed.ts';
import { isFor } from './live-event.ts';

/** What a principal may see changes with the agreements; looked at this often at most, and only when there is something (ms). */
const SCOPE_MS = 4_000;

export interface Follower {
  /** Who asks, by now: its key may be changed while it follows. Null: it may not any more, and gets nothing further. */
  readonly principal: () => Principal | null;
  /** After which event it goes on; null: from now on. */
  readonly position: string | null;
  /** A page without events comes after so long without any (ms). */
  readonly restMs: number;
  readonly signal: AbortSignal;
}

/** What happens, as it happens. */
export interface Live {
  /** Undefined when there is no such position in this store (any more). */
  follow(principal: Principal, follower: Follower): Promise<AsyncGenerator<EventPage, void> | undefined>;
}

export interface LiveDeps {
  readonly door: Door;
  readonly feed: EventFeed;
  readonly store: Pick<HappeningStore, 'isPosition'>;
}

export function live({ door, feed, store }: LiveDeps): Live {
  return {
    follow: async (principal, follower) => {
      door.check(principal, 'event.follow');
      const { position } = follower;
      if (position !== null && !(await store.isPosition(position))) return undefined;
      return seenBy(follower, feed, (who) => door.enter(who, 'event.follow'));
    },
  };
}

async function* seenBy(
  { principal, position, restMs, signal }: Follower,
  feed: EventFeed,
  enter: (who: Principal) => Promise<Scope>,
): AsyncGenerator<EventPage, void> {
  let seen: { readonly who: Principal; readonly scope: Scope; readonly until: number } | undefined;
  for await (const page of feed.follow(position, restMs, signal)) {
    const who = principal();
    if (who === null) return;
    if (page.events.length === 0) {
      yield page;
      continue;
    }
    if (seen === undefined || seen.who !== who || performance.now() > seen.until) {
      seen = { who, scope: await enter(who), until: performance.now() + SCOPE_MS };
    }
    const { scope } = seen;
    yield { ...page, events: page.events.filter((event) => isFor(scope, event)) };
  }
}
