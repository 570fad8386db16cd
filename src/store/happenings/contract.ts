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
  /** The same, each with whose it is. */
  eventsAfter(
    position: string | null,
    limit: number,
  ): Promise<{ readonly events: readonly PlacedEvent[]; readonly position: string | null } | undefined>;
  /** Whether this store can have given out this position: not one of a database that was lost. */
  isPosition(position: string): Promise<boolean>;
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

export interface PlacedEvent extends PlacedHappening {
  readonly of: EventSubject;
}

/** The message or command that an event is about. */
export interface EventSubject {
  /** False: it is about neither, or it is not there any more. */
  readonly known: boolean;
  /** The party that sent the message, or gave the command. */
  readonly sender: string | null;
  /** Parties that the message was delivered to. */
  readonly recipients: readonly string[];
  readonly regio: string | null;
  readonly type: string | null;
}
