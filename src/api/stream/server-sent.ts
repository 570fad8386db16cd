import type { EventPage } from '../../gateway/live/event-feed.ts';

/** How soon a client should come back after the stream ended (ms). */
const RETRY_MS = 2_000;

/** The first lines: where the stream begins, so that a client which then loses the line before any event misses none. */
export function beginning({ position }: EventPage): string {
  return `: ijw-gateway\nretry: ${RETRY_MS}\nid: ${position}\n\n`;
}

/** A comment that keeps the line open, with the place up to which there was nothing for this client. */
export function heartbeat({ position }: EventPage): string {
  return `: niets nieuws\nid: ${position}\n\n`;
}

/** The events of a page; JSON has no line ends, so each is one line of data. */
export function sent({ events }: EventPage): string {
  return events
    .map(({ position, name, data }) => `id: ${position}\nevent: ${name}\ndata: ${JSON.stringify(data)}\n\n`)
    .join('');
}
