import type { Columns } from './column.ts';
import { ColumnSet } from './column-set.ts';
import type { KeepKind } from './keeping.ts';

/** Whom a row is about. */
export type TableSubject = 'client' | 'party' | 'none';

/** What of a person stands in a column. */
export type ColumnPersonal =
  /** The keyed hash of a BSN. */
  | 'pseudonym'
  /** A message, or a part of one, as it came or went: BSN, names, birth dates, addresses, care. */
  | 'body'
  /** Words that somebody typed, or that quote a message. */
  | 'free-text'
  /** What opens the system of a party: of no person, and sealed all the same. */
  | 'secret'
  /** A number or name of a party's own that leads back to one person with that party. */
  | 'reference'
  /** Who of a party or of the gateway did something. */
  | 'actor';

/** How a row goes when its time is over. */
export type PurgeWay<Name> =
  /** By its own moment. */
  | { readonly after: Name }
  /** With the row that its column names: of the message or command, or by its own moment (`else`) when it names none. */
  | { readonly with: 'bericht'; readonly by: Name; readonly else?: Name }
  /** With the signal, or with the replay of many messages. */
  | { readonly with: 'signaal' | 'herhaling'; readonly by: Name }
  /** With all that a client has with a party. */
  | { readonly with: 'client'; readonly by: Name }
  /** Stays, for the reason given in Dutch. */
  | { readonly never: string };

/** What must be said of every table, so that nothing of a person is kept where nobody looks. */
export interface TablePolicy<C extends Columns> {
  /** One Dutch sentence for the privacy officer: what stands in it. */
  readonly holds: string;
  readonly subject: TableSubject;
  /** Columns with something of a person; those that are not named have none by themselves. */
  readonly personal: Readonly<Partial<Record<keyof C & string, ColumnPersonal>>>;
  readonly keep: KeepKind;
  readonly purge: PurgeWay<keyof C & string>;
}

export class Table<N extends string = string, C extends Columns = Columns> extends ColumnSet<C> {
  readonly name: N;
  readonly policy: TablePolicy<C>;

  constructor(name: N, columns: C, policy: TablePolicy<C>) {
    super(columns);
    this.name = name;
    this.policy = policy;
  }
}
