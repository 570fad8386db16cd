import type { KeepTerms } from '../../config/bewaartermijnen.ts';

export interface PurgeOrder {
  readonly terms: KeepTerms;
  readonly now: Date;
  /** Counts what would go, and changes nothing. */
  readonly dryRun: boolean;
  /** Who asked, for the audit. */
  readonly by: { readonly door: string; readonly doorNaam: string };
  /** Asked between batches: false ends it there; what is left goes at the next run. */
  readonly goOn?: () => boolean;
}

/** What went of a table, or would go. */
export interface PurgedTable {
  readonly table: string;
  readonly rows: number;
  /** The day from which the oldest of them was counted. */
  readonly oldest: string;
}

export type PurgeReport =
  | { readonly kind: 'done'; readonly dryRun: boolean; readonly tables: readonly PurgedTable[] }
  /** Another process is at it; what this one did before that is in the report of that one's audit or its own. */
  | { readonly kind: 'busy' };

export interface KeepStore {
  /** Removes, in batches, what was kept as long as it may be and is not needed any more. */
  purge(order: PurgeOrder): Promise<PurgeReport>;
}
