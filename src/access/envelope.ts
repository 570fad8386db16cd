/** The ways in. */
export type Via = 'http' | 'web' | 'amqp' | 'bullmq' | 'map' | 'stuf';

/** How a message came in; stored with it. */
export interface Envelope {
  readonly via: Via;
  /** The sender's own id of what was sent, where the way has one. */
  readonly transportId: string | null;
}

const LONGEST = 255;

/** An id that the store can keep; null for one that it cannot: empty, too long, or with characters that nobody can see. */
export function envelope(via: Via, transportId: string | null = null): Envelope {
  const storable = transportId !== null && transportId.length <= LONGEST && /^[^\p{C}]+$/u.test(transportId);
  return { via, transportId: storable ? transportId : null };
}
