import type { Scope } from '../access/scope.ts';
import { isFor, type LiveEvent, liveEvent } from '../gateway/live/live-event.ts';
import { NOTICE_KINDS, type NoticeKind } from '../gateway/people/subscriptions.ts';
import type { HappeningStore } from '../store/happenings/contract.ts';

/** Happenings of one page, and pages of one look; what comes after is for the next. */
const AT_ONCE = 500;
const PAGES = 40;
/** So many are told one by one; of more their number. */
export const TOLD_ONE_BY_ONE = 20;

export interface Noticed {
  readonly kind: NoticeKind;
  /** As in /signalen or /termijnen; of a stuck message its own. */
  readonly id: string;
  readonly op: string;
  readonly gemeente: string | null;
  readonly aanbieder: string | null;
}

export interface Gathered {
  /** Up to where was read. */
  readonly position: string;
  readonly counts: ReadonlyMap<NoticeKind, number>;
  /** The first of them. */
  readonly first: readonly Noticed[];
}

export interface Wanted {
  readonly position: string;
  readonly scope: Scope;
  readonly kinds: readonly NoticeKind[];
}

/** What happened after a position that somebody with this scope wants to hear of. */
export async function gather(
  store: Pick<HappeningStore, 'eventsAfter' | 'presentPosition'>,
  { position, scope, kinds }: Wanted,
): Promise<Gathered> {
  const counts = new Map<NoticeKind, number>();
  const first: Noticed[] = [];
  let at = position;
  for (let page = 0; page < PAGES; page++) {
    const found = await store.eventsAfter(at, AT_ONCE);
    // A store that was put back from a backup knows this position no more.
    if (found === undefined) return { position: await store.presentPosition(), counts, first };
    at = found.position ?? at;
    for (const placed of found.events) {
      const event = liveEvent(placed);
      if (event === null || !isFor(scope, event)) continue;
      const noticed = noticedIn(event);
      if (noticed === null || !kinds.includes(noticed.kind)) continue;
      counts.set(noticed.kind, (counts.get(noticed.kind) ?? 0) + 1);
      if (first.length < TOLD_ONE_BY_ONE) first.push(noticed);
    }
    if (found.events.length < AT_ONCE) break;
  }
  return { position: at, counts, first };
}

function noticedIn({ name, data }: LiveEvent): Noticed | null {
  const { id, op } = data;
  const about = { id, op, gemeente: codeIn(data.gemeente), aanbieder: codeIn(data.aanbieder) };
  if (name === 'bericht.vastgelopen') return { kind: 'vastgelopen', ...about };
  if (name === 'termijn') return { kind: 'termijn', ...about };
  const kind = name === 'signaal' ? NOTICE_KINDS.find((known) => known === data.soort) : undefined;
  return kind === undefined ? null : { kind, ...about };
}

function codeIn(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
