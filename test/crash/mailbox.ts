import type { Received } from './party.ts';

/** What came, each id once; the same id with other bytes is a fault. */
export class Mailbox {
  readonly received = new Map<string, Received>();

  take(one: Received): void {
    const before = this.received.get(one.id);
    if (before !== undefined && before.xml !== one.xml) throw new Error(`${one.id} came with two contents`);
    this.received.set(one.id, one);
  }
}

/** `JW305` of `<jw305:Bericht`. */
export function typeOf(xml: string): string {
  return `JW${/<jw(\d{3}):/.exec(xml)?.[1] ?? '?'}`;
}
