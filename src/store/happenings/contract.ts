import type { Happening } from '../../happenings/happening.ts';

export interface HappeningStore {
  /**
   * What happened after a position, in the order of the transactions that wrote it, each event once and none skipped;
   * undefined when it is no position. Null begins at the first. What is committed while an older transaction is still
   * under way comes once that has ended. `position` is where the next page begins, also when nothing was found.
   */
  happeningsAfter(
    position: string | null,
    limit: number,
  ): Promise<{ readonly happenings: readonly PlacedHappening[]; readonly position: string | null } | undefined>;
  /** The position before all that is not committed yet: whoever begins here is told what comes. */
  presentPosition(): Promise<string>;
}

export interface PlacedHappening {
  readonly position: string;
  /** Beginning of the transaction that wrote it; ISO 8601. */
  readonly op: string;
  readonly version: number;
  /** Null: of a type that a newer build writes and this one does not know. */
  readonly happening: Happening | null;
}
