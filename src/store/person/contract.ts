import type { PurgedTable } from '../keeping/contract.ts';

/** Who asked, and why: both go into the audit. */
export interface PersonAsked {
  readonly bsn: string;
  readonly reden: string;
  readonly by: { readonly door: string; readonly doorNaam: string };
  readonly now: Date;
}

/** All that is kept about one child: rows by table as they are, with what is sealed opened; of messages of several children, its part. */
export interface PersonFile {
  readonly bsn: string;
  readonly gemaaktOp: string;
  readonly toelichting: string;
  readonly tabellen: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;
}

/** What stays, until when and why; `tot` null: as long as what is said there is so. */
export interface Stays {
  readonly wat: string;
  readonly tot: string | null;
  readonly waarom: string;
}

export interface Erased {
  readonly tables: readonly PurgedTable[];
  /** Messages of several children out of which this one was taken. */
  readonly redacted: number;
  readonly stays: readonly Stays[];
}

export interface PersonStore {
  showPerson(asked: PersonAsked): Promise<PersonFile>;
  /** Of a dry run nothing is kept, but that it was asked. */
  erasePerson(asked: PersonAsked, dryRun: boolean): Promise<Erased>;
}
