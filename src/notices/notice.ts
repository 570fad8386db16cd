import type { Aandacht } from '../gateway/people/overview.ts';
import type { NoticeKind } from '../gateway/people/subscriptions.ts';
import type { Noticed } from './gather.ts';

/** What is told at once to one subscription. Nothing of any person stands in it: numbers, codes, ids and sentences of those. */
export interface Notice {
  /** The same on every try of the same. */
  readonly id: string;
  readonly subscription: string;
  /** Somebody asked for it, to see whether it arrives. */
  readonly trial: boolean;
  readonly counts: ReadonlyMap<NoticeKind, number>;
  readonly first: readonly (Noticed & { readonly melding: string | null })[];
  /** Of a day, with what asks for attention now; null where it is told at once. */
  readonly day: {
    readonly date: string;
    readonly received: ReadonlyMap<string, number>;
    readonly attention: Aandacht;
  } | null;
}

export function totalOf({ counts }: Pick<Notice, 'counts'>): number {
  return [...counts.values()].reduce((sum, count) => sum + count, 0);
}

/** How it went; a code tells of the line and of nobody. */
export type Sent = { readonly kind: 'sent' } | { readonly kind: 'failed'; readonly code: string };
