import type { SleutelStore } from '../../access/keys/contract.ts';
import type { AfsprakenStore } from '../agreements/agreements-store.ts';
import type { OpdrachtStore } from '../lanes/command-contract.ts';
import type { BerichtStore } from '../messages/contract.ts';
import type { InzichtStore } from '../reports/insight-store.ts';

export interface AuditRow {
  /** Id of the key, and the name that it has now: both survive the key. */
  readonly door: string;
  readonly doorNaam: string;
  readonly handeling: string;
  readonly onderwerp: string;
  readonly op: Date;
}

/** What somebody may change from outside; each of these is recorded. */
export type Changes = Pick<SleutelStore, 'addKey' | 'changeKey' | 'endKey'> &
  Pick<AfsprakenStore, 'saveAgreements'> &
  Pick<BerichtStore, 'replay'> &
  Pick<InzichtStore, 'setContactPoint' | 'setSignalState'> &
  Pick<OpdrachtStore, 'saveCommand'>;

export interface AuditStore {
  /** On its own: a body that is about to be opened. */
  audit(row: AuditRow): Promise<void>;
  /** A change and its row in one transaction; without a row nothing happened that is worth one. */
  recorded<T>(work: (store: Changes) => Promise<{ readonly result: T; readonly row: AuditRow | null }>): Promise<T>;
}
